/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES by kind, and of NOTHING_FEATURES. */
  taught: {
    article: [
      0.02, 1.335, 0.586, 1.326, 0.176, -0.258, 0.612, 1.309, 0.145, 0.322, 0.179, -1.27, 0.25, 0.636, -0.041, -0.219,
      0, 0,
    ],
    check: [
      1.384, 1.336, 0.926, 1.265, 0.59, 0, 0.143, 0, -0.28, 0.481, -0.199, 0.45, 0.25, 0.305, -0.408, -0.125, 0, 0,
    ],
    command: [2.935, 0, 0.649, 0.629, 2.177, 0, 0.929, 0, 0.217, 0, 0.032, 1.682, 0.262, -0.598, 0.005, -0.105, 0, 0],
    outside: [0.503, 0, 1.222, 0.272, 0.195, 0, 0.17, 0, 0.533, 0, -0.326, -0.72, -0.746, -0.068, 0.507, 0.453, 0, 0],
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
    { budget: 0.02, answer: 0.966 },
    { budget: 0.03, answer: 0.939 },
    { budget: 0.05, answer: 0.879 },
    { budget: 0.08, answer: 0.79 },
    { budget: 0.12, answer: 0.631 },
    { budget: 0.2, answer: 0.364 },
  ],
} as const;

function forEveryKind(weights: readonly number[]) {
  return { article: weights, check: weights, command: weights, outside: weights };
}
