/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES. */
  taught: [
    2.21, 1.266, 0.982, 2.798, -0.132, 0.84, 0.641, -0.376, 0.649, 0.008, 0.229, 1.556, -1.106, 0.318, 0.06, -1.143,
    0.159, 0.51, 0.529, 0.636, -0.197,
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
    { budget: 0.01, answer: 0.993 },
    { budget: 0.02, answer: 0.984 },
    { budget: 0.03, answer: 0.957 },
    { budget: 0.05, answer: 0.9 },
    { budget: 0.08, answer: 0.807 },
    { budget: 0.12, answer: 0.647 },
    { budget: 0.2, answer: 0.346 },
  ],
} as const;
