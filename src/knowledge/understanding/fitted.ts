/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES by kind, and of NOTHING_FEATURES. */
  taught: {
    article: [
      0.791, 0.876, 0.529, 1.56, 1.734, -0.539, 0.495, 0.728, -0.209, 0.459, -0.036, -0.241, 0.213, 0, 0, 0, 0, 0,
    ],
    check: [
      1.047, 0.976, 0.536, 1.697, 1.825, -0.56, 0.439, 0.436, -0.212, 0.527, -0.136, -0.116, 0.074, 0, 0, 0, 0, 0,
    ],
    command: [
      1.108, 0.983, 0.624, 1.588, 2.031, -0.56, 0.56, 0.436, -0.127, 0.547, -0.135, 0.279, -0.043, -0.101, 0.072, 0.001,
      0, 0,
    ],
    outside: [
      0.995, 0.87, 0.35, 1.516, 1.877, -0.56, 0.512, 0.436, -0.078, 0.596, -0.211, 0.103, -0.241, 0.122, 0.311, 0.023,
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
    { budget: 0.02, answer: 0.971 },
    { budget: 0.03, answer: 0.95 },
    { budget: 0.05, answer: 0.891 },
    { budget: 0.08, answer: 0.789 },
    { budget: 0.12, answer: 0.666 },
    { budget: 0.2, answer: 0.399 },
  ],
} as const;

function forEveryKind(weights: readonly number[]) {
  return { article: weights, check: weights, command: weights, outside: weights };
}
