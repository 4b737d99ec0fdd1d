/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES. */
  taught: [
    2.176, 1.273, 1.055, 2.772, -0.274, 1.06, 0.198, -0.518, 0.938, -0.006, 0.278, 1.122, -0.855, 0.767, 0.332, -0.672,
    0.273, 0.158, 0.912, 0.658, -0.298,
  ],
  /** With a classifier, without outside intents. */
  untaught: [4.723, 0, 0, 4.759, 0, 1.433, 0, 0.12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Without a classifier. */
  plain: [0, 0, 0, 7.587, 0, 6.333, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  /** Weights of NOTHING_FEATURES, for the same three. */
  nothingTaught: [-6, 0, 0, 0, 0, 0, 0, 0],
  nothingUntaught: [2.016, -0.767, 1.109, 0, 0.61, 0.353, 0.731, -0.493],
  nothingPlain: [4.822, -0.478, 1.058, 0, 0, 0, 0.702, -0.075],
  /** Lowest probability to answer at, by the share of out-of-scope questions that are then answered (cross-validated). */
  thresholds: [
    { budget: 0.01, answer: 0.996 },
    { budget: 0.02, answer: 0.982 },
    { budget: 0.03, answer: 0.964 },
    { budget: 0.05, answer: 0.899 },
    { budget: 0.08, answer: 0.76 },
    { budget: 0.12, answer: 0.581 },
    { budget: 0.2, answer: 0.255 },
  ],
} as const;
