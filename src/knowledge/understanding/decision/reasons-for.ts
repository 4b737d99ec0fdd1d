import type { TrainingCorpus } from '../corpus/training-corpus.js';
import { OTHER_TASK, outOfScopeTopic } from '../intent.js';
import { foldText } from '../text/fold-text.js';
import type { Reason } from '../verdict.js';
import type { Evidence } from './gather-evidence.js';

/** Why the first candidate came first, strongest reason first. */
export function reasonsFor({ read, language, scored }: Evidence, corpus: TrainingCorpus): readonly Reason[] {
  const reasons: Reason[] = [];
  const product = read.products.find(({ role }) => role === 'other');
  if (product) reasons.push({ kind: 'other-product', product: product.name });
  const [first] = scored;
  const inside = scored.filter(({ intent }) => intent.kind !== 'outside');
  const [best, second] = inside;
  if (first?.intent.kind === 'outside' && first.intent !== OTHER_TASK)
    reasons.push({ kind: 'outside-topic', topic: outOfScopeTopic(first.intent.id) });
  if (!best || best.nearest < 0) return reasons.length > 0 ? reasons : [{ kind: 'nothing-known' }];

  const line = corpus.example(best.nearest);
  if (line) {
    const { lexicon } = corpus.reader.maker(language);
    const known = new Set(
      corpus.reader.read(line.text, line.language).whole.words.map((word) => lexicon.entry(word).stem),
    );
    const words = read.whole.words.filter((word) => !lexicon.entry(word).stop && known.has(lexicon.entry(word).stem));
    if (words.length > 0)
      reasons.push({
        kind: 'matched-words',
        intent: best.intent.id,
        words: [...new Set(words.map((word) => asTyped(word, read.typed)))],
      });
    reasons.push({
      kind: 'nearest-example',
      intent: best.intent.id,
      example: line.text,
      similarity: best.evidence.similarity,
    });
  }
  reasons.push({ kind: 'lead', over: second?.intent.id, by: best.probability - (second?.probability ?? 0) });
  for (const [written, meant] of read.respelled) reasons.push({ kind: 'respelled', written, read: meant });
  return reasons;
}

/** A folded word as the customer typed it; as it is when it was not typed like that. */
function asTyped(word: string, text: string): string {
  for (const [typed] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) if (foldText(typed) === word) return typed;
  return word;
}
