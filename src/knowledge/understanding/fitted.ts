/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES. */
  taught: [
    2.088, 1.127, 0.928, 2.218, -0.54, 1.028, 0.588, -0.527, 0.737, 0.216, 0.242, 1.836, -1.022, 0.368, 0.217, -1.026,
    0.3, 0.513, 0.546, 0.524, -0.097, 0, 0,
  ],
  /** With a classifier, without outside intents. */
  untaught: [3.811, 0, 0, 2.574, 0, 2.032, 0.995, 0.423, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.491, 1.059],
  /** Without a classifier. */
  plain: [0, 0, 0, 0.63, 0, 5.274, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Weights of NOTHING_FEATURES, for the same three. */
  nothingTaught: [-6, 0, 0, 0, 0, 0, 0, 0],
  nothingUntaught: [1.477, -0.273, 0.325, -0.013, 1.017, -0.123, 0.58, -0.017],
  nothingPlain: [7.631, -4.277, 2.746, 0, 0, 0, 0.856, 0.232],
  /** Lowest probability to answer at, by the share of out-of-scope questions that are then answered (cross-validated). */
  thresholds: [
    { budget: 0.01, answer: 0.996 },
    { budget: 0.02, answer: 0.984 },
    { budget: 0.03, answer: 0.967 },
    { budget: 0.05, answer: 0.919 },
    { budget: 0.08, answer: 0.812 },
    { budget: 0.12, answer: 0.644 },
    { budget: 0.2, answer: 0.362 },
  ],
} as const;
