import { trainOnCorpus } from '../classifier/train-on-corpus.js';
import type { TrainingCorpus } from '../corpus/training-corpus.js';
import { settings } from '../settings.js';
import { gatherEvidence } from './gather-evidence.js';

/** As many as `npm run fit` has; two of them have lines enough, and each costs a training. */
const FOLDS = 4;
const MEASURED = 2;

/**
 * What is believed of a knowledge base's outside lines by classifiers that have not seen them: for each (of some
 * hundreds, evenly chosen) the probability that it may be answered. Undefined where there are too few to tell.
 */
export function* outOfScopeScores(library: TrainingCorpus): Generator<void, Float32Array | undefined> {
  const outside = library.numbers().filter((number) => isOutsideExample(library, number));
  if (outside.length < settings.fewestOutOfScope) return undefined;
  const unseen = outside.filter((number) => foldOf(library.rank(number)) < MEASURED);
  const step = Math.ceil(unseen.length / settings.mostOutOfScope);
  const sample = unseen.filter((_, i) => i % step === 0);
  const scopes: number[] = [];
  for (let fold = 0; fold < MEASURED; fold++) {
    const isAway = (number: number) => foldOf(library.rank(number)) === fold;
    const model = yield* trainOnCorpus(library, ({ number }) => !isAway(number));
    for (const number of sample) {
      const line = library.example(number);
      if (!line || !isAway(number)) continue;
      const { scored } = gatherEvidence(library, model, line.text, line.language, isAway);
      const inside = scored.filter(({ intent }) => intent.kind !== 'outside');
      // Commands have a threshold of their own.
      const best = inside[0]?.intent.kind === 'command' ? [] : inside;
      scopes.push(best.reduce((sum, { probability }) => sum + probability, 0));
      yield;
    }
  }
  return Float32Array.from(scopes);
}

function isOutsideExample(library: TrainingCorpus, number: number): boolean {
  const line = library.example(number);
  return line?.role === 'example' && library.intents.get(line.intent)?.kind === 'outside';
}

/** Spreads lines over the folds, neighbours apart (Knuth's multiplicative hash). */
function foldOf(rank: number): number {
  return (Math.imul(rank, 2654435761) >>> 16) % FOLDS;
}
