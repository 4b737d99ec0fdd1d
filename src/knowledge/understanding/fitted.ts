/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES by kind, and of NOTHING_FEATURES. */
  taught: {
    article: [
      0.03, 1.271, 0.641, 1.383, 0.163, -0.307, 0.631, 1.322, 0.153, 0.312, 0.226, -0.747, 0.333, 0, 0, 0, 0, 0,
    ],
    check: [0.68, 1.366, 1.005, 1.452, 0.52, 0, 0.055, 0, -0.132, 0.283, -0.22, 0.137, 0.159, 0, 0, 0, 0, 0],
    command: [
      1.357, 1.357, 0.849, 0.426, 2.024, 0, 0.786, 0, 0.146, 0.146, 0.035, 1.697, 0.204, -0.985, 0.118, -0.084, 0, 0,
    ],
    outside: [
      0.441, 0.441, 1.368, -0.336, 0.208, 0, 0.147, 0, 0.4, 0.4, -0.332, -0.788, -0.651, -0.449, 0.635, 0.517, 0, 0,
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
    { budget: 0.02, answer: 0.966 },
    { budget: 0.03, answer: 0.941 },
    { budget: 0.05, answer: 0.886 },
    { budget: 0.08, answer: 0.786 },
    { budget: 0.12, answer: 0.637 },
    { budget: 0.2, answer: 0.37 },
  ],
} as const;

function forEveryKind(weights: readonly number[]) {
  return { article: weights, check: weights, command: weights, outside: weights };
}
