import { trainOnCorpus } from '../classifier/train-on-corpus.js';
import { swapAction } from '../corpus/swap-action.js';
import type { TrainingCorpus } from '../corpus/training-corpus.js';
import type { Language } from '../intent.js';
import { settings } from '../settings.js';
import { spread } from '../spread.js';
import { gatherEvidence, type LeftOut } from './gather-evidence.js';
import { scopeOf } from './scope-of.js';

/** Each costs a training. */
const FOLDS = 3;

/**
 * What is believed of a knowledge base's own near misses by classifiers that have not seen them: the probability that each
 * may be answered. Out-of-scope lines are what customers do ask in vain, none of them seen. Near misses that every knowledge
 * base has are made: the examples of an article that is taken away, with its check, and the examples of one that is there
 * with another task (see `swapAction`). The more out-of-scope lines there are, the fewer are made. Undefined where there are too few to tell,
 * and where articles have no examples: their titles, the only lines there are, come nearer to other pages than what customers ask.
 */
export function* nearMissScores(corpus: TrainingCorpus): Generator<void, Float32Array | undefined> {
  if (!corpus.hasExamples()) return undefined;
  const { fewestNearMisses, mostNearMisses, fewestMade, mostMade } = settings;
  const numbers = corpus.numbers();
  const articles = [...corpus.intents.values()].filter(({ kind }) => kind === 'article').map(({ id }) => id);
  const foldOfArticle = new Map(articles.sort().map((id, i) => [id, i % FOLDS]));
  const kinds = { article: [] as number[], outside: [] as number[] };
  for (const number of numbers) {
    const line = corpus.example(number);
    const kind = line && corpus.intents.get(line.intent)?.kind;
    if (line?.role !== 'example') continue;
    if (kind === 'article') kinds.article.push(number);
    if (kind === 'outside') kinds.outside.push(number);
  }
  if (articles.length < FOLDS || kinds.article.length < fewestNearMisses) return undefined;
  const known = kinds.outside.length >= fewestNearMisses ? kinds.outside : [];
  const outside = spread(known, mostNearMisses - fewestMade);
  const away = spread(kinds.article, Math.min(mostMade, mostNearMisses - outside.length));
  const scopes: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHidden = (intent: string) => foldOfArticle.get(intent.replace(/^check:/, '')) === fold;
    const isAway = (number: number) => {
      const line = corpus.example(number);
      if (!line || isHidden(line.intent)) return true;
      return corpus.intents.get(line.intent)?.kind === 'outside' && foldOfLine(corpus.rank(number)) === fold;
    };
    const model = yield* trainOnCorpus(corpus, ({ number }) => !isAway(number));
    const misses: { text: string; language: Language; without?: LeftOut }[] = [];
    for (const number of [...away, ...outside]) {
      const line = corpus.example(number);
      if (line && isAway(number)) misses.push({ ...line, without: { isAway, isHidden } });
    }
    for (const [i, number] of away.entries()) {
      const line = i % FOLDS === fold && !isAway(number) ? corpus.example(number) : undefined;
      const text = line && swapAction(corpus, line, i);
      if (line && text !== undefined) misses.push({ text, language: line.language });
    }
    for (const { text, language, without } of misses) {
      const { scored } = gatherEvidence(corpus, model, text, language, without);
      const inside = scored.filter(({ intent }) => intent.kind !== 'outside');
      // Commands have a threshold of their own.
      const best = inside[0]?.intent.kind === 'command' ? [] : inside;
      scopes.push(scopeOf(best));
      yield;
    }
  }
  return Float32Array.from(scopes);
}

/** Spreads lines over the folds, neighbours apart (Knuth's multiplicative hash). */
function foldOfLine(rank: number): number {
  return (Math.imul(rank, 2654435761) >>> 16) % FOLDS;
}
