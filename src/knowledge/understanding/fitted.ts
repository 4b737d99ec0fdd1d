/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES. */
  taught: [2.084, 1.718, 1.26, 3.123, -0.488, 0.185, -0.59, 0.859, -0.054, -0.053, 1.616, -1.535, 1.024, 0.38, -0.502, 0.225, 0.689, 0.461, 1.102, -0.613],
  /** With a classifier, without outside intents. */
  untaught: [4.777, 0, 0, 5.035, 0, 0, 0.138, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Without a classifier. */
  plain: [0, 0, 0, 12.336, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Weights of NOTHING_FEATURES, for the same three. */
  nothingTaught: [-6, 0, 0, 0, 0],
  nothingUntaught: [1.397, -1.402, 0.751, 0, 1.037],
  nothingPlain: [4.18, -2.52, 3.191, 0, 0],
  /** Lowest probability to answer at, by the share of out-of-scope questions that are then answered (cross-validated). */
  thresholds: [
    { budget: 0.01, answer: 0.998 },
    { budget: 0.02, answer: 0.981 },
    { budget: 0.03, answer: 0.958 },
    { budget: 0.05, answer: 0.905 },
    { budget: 0.08, answer: 0.786 },
    { budget: 0.12, answer: 0.583 },
    { budget: 0.2, answer: 0.268 },
  ],
} as const;
