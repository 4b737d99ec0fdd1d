/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES. */
  taught: [
    2.224, 1.251, 0.982, 2.754, -0.217, 0.826, 0.665, -0.384, 0.668, 0.008, 0.231, 1.563, -1.107, 0.335, 0.045, -1.144,
    0.145, 0.507, 0.557, 0.517, -0.191,
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
    { budget: 0.01, answer: 0.994 },
    { budget: 0.02, answer: 0.981 },
    { budget: 0.03, answer: 0.957 },
    { budget: 0.05, answer: 0.898 },
    { budget: 0.08, answer: 0.819 },
    { budget: 0.12, answer: 0.657 },
    { budget: 0.2, answer: 0.349 },
  ],
} as const;
