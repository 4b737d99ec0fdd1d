/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES by kind, and of NOTHING_FEATURES. */
  taught: {
    article: [
      0.743, 0.869, 0.53, 1.36, 2.074, -0.784, 0.528, 0.498, -0.304, 0.478, 0.215, -0.328, 0.204, 0, 0, 0, 0, 0,
    ],
    check: [0.968, 1.081, 0.465, 1.484, 2.213, -0.819, 0.528, 0.068, -0.318, 0.528, 0.041, 0.004, 0.086, 0, 0, 0, 0, 0],
    command: [
      1.056, 1.058, 0.575, 1.356, 2.418, -0.819, 0.597, 0.068, -0.238, 0.55, 0.098, 0.253, -0.037, -0.112, 0.093, 0.008,
      0, 0,
    ],
    outside: [
      0.913, 0.915, 0.284, 1.24, 2.231, -0.819, 0.567, 0.068, -0.213, 0.576, 0.034, 0.096, -0.25, 0.066, 0.302, 0.051,
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
    { budget: 0.02, answer: 0.98 },
    { budget: 0.03, answer: 0.959 },
    { budget: 0.05, answer: 0.903 },
    { budget: 0.08, answer: 0.795 },
    { budget: 0.12, answer: 0.672 },
    { budget: 0.2, answer: 0.441 },
  ],
} as const;

function forEveryKind(weights: readonly number[]) {
  return { article: weights, check: weights, command: weights, outside: weights };
}
