import type { Model } from './classifier/train-model.js';
import { trainOnCorpus } from './classifier/train-on-corpus.js';
import type { TrainingCorpus } from './corpus/training-corpus.js';
import { nearMissScores } from './decision/near-miss-scores.js';
import { type Thresholds, thresholdsFor } from './decision/thresholds.js';
import type { Learned } from './save-index.js';
import { type Pause, run, runInSlices } from './slices.js';

/** What was learned from a corpus that changes. */
export interface Learner {
  /** Learned from the corpus as it is now, or, while it settles, as it was before. */
  model(): Model | undefined;
  thresholds(): Thresholds;
  /** Says that the corpus has changed. */
  changed(): void;
  /** Learns what has changed, and what `change` changes before, without blocking. */
  settle(pause: Pause, change?: () => Promise<void>): Promise<void>;
  /** All of it, to be saved. */
  learned(): Learned;
}

/** @param known what was learned from the corpus as it is; undefined: nothing yet */
export function createLearner(corpus: TrainingCorpus, known: Learned | undefined, falseAnswerBudget: number): Learner {
  let { model, scopes }: Learned = known ?? { model: undefined };
  let thresholds = thresholdsFor(falseAnswerBudget, scopes, corpus.hasExamples());
  /** How often the corpus has changed, and at which change the model was trained and the thresholds were found. */
  let changes = 0;
  let taughtAt = known ? 0 : -1;
  let measuredAt = scopes ? 0 : -1;
  let settling = 0;

  const current = () => {
    if (taughtAt !== changes && settling === 0) {
      model = run(trainOnCorpus(corpus));
      taughtAt = changes;
    }
    return model;
  };
  const catchUp = async (pause: Pause) => {
    while (taughtAt !== changes || measuredAt !== changes) {
      const at = changes;
      const made = taughtAt === at ? model : await runInSlices(trainOnCorpus(corpus), pause);
      if (at !== changes) continue;
      [model, taughtAt] = [made, at];
      const found = await runInSlices(nearMissScores(corpus), pause);
      if (at !== changes) continue;
      [scopes, measuredAt] = [found, at];
      thresholds = thresholdsFor(falseAnswerBudget, scopes, corpus.hasExamples());
    }
  };
  return {
    model: current,
    thresholds: () => thresholds,
    changed: () => {
      changes++;
    },
    settle: async (pause, change) => {
      settling++;
      try {
        await change?.();
        await catchUp(pause);
      } finally {
        settling--;
      }
    },
    learned: () => ({ model: current(), scopes: measuredAt === changes ? scopes : undefined }),
  };
}
