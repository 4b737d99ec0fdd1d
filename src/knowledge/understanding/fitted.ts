/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES. */
  taught: [
    2.254, 1.187, 0.967, 2.689, -0.218, 0.983, 0.593, -0.354, 0.631, 0.053, 0.123, 1.454, -1.096, 0.331, 0.038, -1.157,
    0.273, 0.424, 0.563, 0.569, -0.188,
  ],
  /** With a classifier, without outside intents. */
  untaught: [5.14, 0, 0, 4.003, 0, 1.134, 0, 0.187, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Without a classifier. */
  plain: [0, 0, 0, 7.314, 0, 5.953, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Weights of NOTHING_FEATURES, for the same three. */
  nothingTaught: [-6, 0, 0, 0, 0, 0, 0, 0],
  nothingUntaught: [1.825, -0.718, 0.788, 0, 0.748, 0.41, 0.581, -0.563],
  nothingPlain: [4.53, -0.454, 0.82, 0, 0, 0, 1.027, -0.034],
  /** Lowest probability to answer at, by the share of out-of-scope questions that are then answered (cross-validated). */
  thresholds: [
    { budget: 0.01, answer: 0.996 },
    { budget: 0.02, answer: 0.988 },
    { budget: 0.03, answer: 0.969 },
    { budget: 0.05, answer: 0.912 },
    { budget: 0.08, answer: 0.795 },
    { budget: 0.12, answer: 0.605 },
    { budget: 0.2, answer: 0.337 },
  ],
} as const;
