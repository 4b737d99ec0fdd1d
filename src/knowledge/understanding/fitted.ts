/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES by kind, and of NOTHING_FEATURES. */
  withOutOfScope: {
    article: [
      0.9, 0.966, 0.426, 1.352, 1.586, -1.304, 0.632, 0.663, -0.395, 0.574, 0.111, -0.256, 0.285, 0, 0, -0.272, 0, 0,
      0.128, 0.087, 0.076, -0.423, -0.022,
    ],
    check: [
      1.084, 1.018, 0.706, 1.578, 1.717, -1.274, 0.639, 0.377, -0.393, 0.593, 0.017, -0.09, 0.075, 0, 0, -0.038, 0, 0,
      0.032, 0.18, 0.026, -0.373, 0.094,
    ],
    command: [
      1.093, 1.064, 0.758, 1.406, 1.912, -1.274, 0.76, 0.377, -0.34, 0.614, 0.036, 0.299, -0.02, -0.103, 0.137, -0.007,
      0, 0, 0.071, 0.181, -0.076, -0.407, 0.127,
    ],
    outside: [
      0.959, 0.931, 0.534, 1.365, 1.736, -1.274, 0.677, 0.377, -0.335, 0.619, -0.022, 0.004, -0.135, 0.023, 0.068,
      0.054, 0, 0, 0.109, -0.034, 0.14, -0.208, -0.174,
    ],
    nothing: [0.484, 1.095, -0.367, -0.787, 1.102, -0.027, 0.463, -0.473, -0.062, 0.537],
  },
  /** With a classifier, without outside intents: the same for every kind. */
  withoutOutOfScope: {
    ...forEveryKind([3.812, 0, 0, 0, 2.561, 0, 2.033, 1.002, 0.417, 0, 0, 0, 0, 0, 0, 0, 0.49, 1.066, 0, 0, 0, 0, 0]),
    nothing: [1.49, -0.274, 0.329, -0.005, 1.011, -0.119, 0.569, -0.037, 0.081, 0.217],
  },
  /** Without a classifier. */
  withoutClassifier: {
    ...forEveryKind([0, 0, 0, 0, 0.633, 0, 5.274, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    nothing: [7.641, -4.289, 2.739, 0, 0, 0, 0.848, 0.235, 0, 0],
  },
  /** Lowest probability to answer at, by the share of out-of-scope questions that are then answered (cross-validated). */
  thresholds: [
    { budget: 0.01, answer: 0.942 },
    { budget: 0.02, answer: 0.888 },
    { budget: 0.03, answer: 0.85 },
    { budget: 0.05, answer: 0.772 },
    { budget: 0.08, answer: 0.655 },
    { budget: 0.12, answer: 0.499 },
    { budget: 0.2, answer: 0.301 },
  ],
} as const;

function forEveryKind(weights: readonly number[]) {
  return { article: weights, check: weights, command: weights, outside: weights };
}
