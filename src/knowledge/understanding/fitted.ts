/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES. */
  taught: [2.179, 1.76, 1.395, 2.696, -0.578, 0.735, 0.152, -0.851, 1.02, -0.129, 0.081, 1.755, -1.55, 1.083, 0.532, -0.477, 0.253, 0.709, 0.523, 1.166, -0.551],
  /** With a classifier, without outside intents. */
  untaught: [5.205, 0, 0, 4.642, 0, 0.952, 0, 0.186, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Without a classifier. */
  plain: [0, 0, 0, 7.474, 0, 5.883, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Weights of NOTHING_FEATURES, for the same three. */
  nothingTaught: [-6, 0, 0, 0, 0, 0, 0, 0],
  nothingUntaught: [1.925, -1.683, 0.497, 0, 0.736, 0.661, 0.483, -0.605],
  nothingPlain: [4.871, -1.558, 0.704, 0, 0, 0, 0.726, -0.073],
  /** Lowest probability to answer at, by the share of out-of-scope questions that are then answered (cross-validated). */
  thresholds: [
    { budget: 0.01, answer: 0.998 },
    { budget: 0.02, answer: 0.99 },
    { budget: 0.03, answer: 0.975 },
    { budget: 0.05, answer: 0.919 },
    { budget: 0.08, answer: 0.8 },
    { budget: 0.12, answer: 0.62 },
    { budget: 0.2, answer: 0.313 },
  ],
} as const;
