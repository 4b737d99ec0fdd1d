import { trainOnCorpus } from '../classifier/train-on-corpus.js';
import type { TrainingCorpus } from '../corpus/training-corpus.js';
import { settings } from '../settings.js';
import { gatherEvidence } from './gather-evidence.js';

/** Each costs a training. */
const FOLDS = 3;

/**
 * What is believed of a knowledge base's own near misses by classifiers that have not seen them: the probability that each
 * may be answered. Near misses that every knowledge base has are the examples of an article that is taken away, with its
 * check; where there are out-of-scope lines, as many of those. Undefined where there are too few to tell.
 */
export function* nearMissScores(corpus: TrainingCorpus): Generator<void, Float32Array | undefined> {
  const numbers = corpus.numbers();
  const articles = [...corpus.intents.values()].filter(({ kind }) => kind === 'article').map(({ id }) => id);
  const foldOfArticle = new Map(articles.sort().map((id, i) => [id, i % FOLDS]));
  const kinds = { article: [] as number[], outside: [] as number[] };
  for (const number of numbers) {
    const line = corpus.example(number);
    const kind = line?.role === 'example' ? corpus.intents.get(line.intent)?.kind : undefined;
    if (kind === 'article' || kind === 'outside') kinds[kind].push(number);
  }
  if (articles.length < FOLDS || kinds.article.length < settings.fewestNearMisses) return undefined;
  const hasOutside = kinds.outside.length >= settings.fewestNearMisses;
  const away = spread(kinds.article, settings.mostNearMisses);
  const outside = hasOutside ? spread(kinds.outside, away.length) : [];
  const scopes: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHidden = (intent: string) => foldOfArticle.get(intent.replace(/^check:/, '')) === fold;
    const isAway = (number: number) => {
      const line = corpus.example(number);
      if (!line || isHidden(line.intent)) return true;
      return corpus.intents.get(line.intent)?.kind === 'outside' && foldOfLine(corpus.rank(number)) === fold;
    };
    const model = yield* trainOnCorpus(corpus, ({ number }) => !isAway(number));
    for (const number of [...away, ...outside]) {
      const line = corpus.example(number);
      if (!line || !isAway(number)) continue;
      const { scored } = gatherEvidence(corpus, model, line.text, line.language, { isAway, isHidden });
      const inside = scored.filter(({ intent }) => intent.kind !== 'outside');
      // Commands have a threshold of their own.
      const best = inside[0]?.intent.kind === 'command' ? [] : inside;
      scopes.push(best.reduce((sum, { probability }) => sum + probability, 0));
      yield;
    }
  }
  return Float32Array.from(scopes);
}

/** At most so many of them, evenly chosen. */
function spread(numbers: readonly number[], most: number): readonly number[] {
  const step = Math.max(1, numbers.length / Math.max(1, most));
  return Array.from({ length: Math.floor(numbers.length / step) }, (_, i) => numbers[Math.floor(i * step)] ?? 0);
}

/** Spreads lines over the folds, neighbours apart (Knuth's multiplicative hash). */
function foldOfLine(rank: number): number {
  return (Math.imul(rank, 2654435761) >>> 16) % FOLDS;
}
