/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES. */
  taught: [
    2.243, 1.264, 0.977, 3.059, -0.34, 0.693, 0.588, -0.589, 0.638, 0.129, 0.182, 1.512, -1.055, 0.279, 0.058, -0.834,
    0.311, 0.619, 0.4, 0.5, -0.203,
  ],
  /** With a classifier, without outside intents. */
  untaught: [5.147, 0, 0, 3.976, 0, 1.141, 0, 0.191, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Without a classifier. */
  plain: [0, 0, 0, 7.324, 0, 5.951, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Weights of NOTHING_FEATURES, for the same three. */
  nothingTaught: [-6, 0, 0, 0, 0, 0, 0, 0],
  nothingUntaught: [1.842, -0.769, 0.751, 0, 0.751, 0.413, 0.588, -0.566],
  nothingPlain: [4.542, -0.497, 0.815, 0, 0, 0, 1.024, -0.033],
  /** Lowest probability to answer at, by the share of out-of-scope questions that are then answered (cross-validated). */
  thresholds: [
    { budget: 0.01, answer: 0.995 },
    { budget: 0.02, answer: 0.986 },
    { budget: 0.03, answer: 0.964 },
    { budget: 0.05, answer: 0.907 },
    { budget: 0.08, answer: 0.768 },
    { budget: 0.12, answer: 0.624 },
    { budget: 0.2, answer: 0.352 },
  ],
} as const;
