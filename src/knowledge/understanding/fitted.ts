/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES by kind, and of NOTHING_FEATURES. */
  taught: {
    article: [
      0.319, 1.005, 0.569, 1.529, 1.431, -0.79, 0.479, 0.622, -0.181, 0.512, 0.139, -0.32, 0.224, 0, 0, 0, 0, 0,
    ],
    check: [0.578, 1.193, 0.703, 1.659, 1.488, -0.826, 0.436, 0.23, -0.232, 0.464, -0.02, -0.085, 0.094, 0, 0, 0, 0, 0],
    command: [
      0.685, 1.152, 0.655, 1.445, 1.887, -0.826, 0.67, 0.23, -0.137, 0.533, 0.006, 0.35, -0.007, -0.139, 0.061, -0.031,
      0, 0,
    ],
    outside: [
      0.591, 1.057, 0.303, 1.384, 1.632, -0.826, 0.564, 0.23, -0.095, 0.575, -0.104, 0.083, -0.307, 0.046, 0.302, 0.048,
      0, 0,
    ],
    nothing: [-6, 0, 0, 0, 0, 0, 0, 0],
  },
  /** With a classifier, without outside intents: the same for every kind. */
  untaught: {
    ...forEveryKind([3.81, 0, 0, 0, 2.565, 0, 2.031, 1.001, 0.423, 0, 0, 0, 0, 0, 0, 0, 0.494, 1.066]),
    nothing: [1.476, -0.276, 0.317, -0.005, 1.015, -0.122, 0.58, -0.017],
  },
  /** Without a classifier. */
  plain: {
    ...forEveryKind([0, 0, 0, 0, 0.632, 0, 5.275, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    nothing: [7.641, -4.289, 2.739, 0, 0, 0, 0.848, 0.235],
  },
  /** Lowest probability to answer at, by the share of out-of-scope questions that are then answered (cross-validated). */
  thresholds: [
    { budget: 0.01, answer: 0.991 },
    { budget: 0.02, answer: 0.974 },
    { budget: 0.03, answer: 0.951 },
    { budget: 0.05, answer: 0.899 },
    { budget: 0.08, answer: 0.794 },
    { budget: 0.12, answer: 0.656 },
    { budget: 0.2, answer: 0.389 },
  ],
} as const;

function forEveryKind(weights: readonly number[]) {
  return { article: weights, check: weights, command: weights, outside: weights };
}
