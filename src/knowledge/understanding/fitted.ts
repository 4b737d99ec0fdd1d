/**
 * Weights and thresholds fitted by `npm run fit` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind `outside`: weights of DECISION_FEATURES by kind, and of NOTHING_FEATURES. */
  withOutOfScope: {
    article: [
      0.913, 0.904, 0.223, 1.383, 1.716, -1.374, 0.599, 0.558, -0.41, 0.647, 0.225, -0.238, 0.34, 0, 0, -0.265, 0, 0,
      0.335, -0.004, 0.35, -0.926, 0.005, -0.036,
    ],
    check: [
      1.166, 0.959, 0.7, 1.669, 1.826, -1.352, 0.626, 0.214, -0.413, 0.626, 0.105, -0.074, 0.064, 0, 0, -0.038, 0, 0,
      0.153, 0.081, 0.239, -0.83, 0.05, 0.043,
    ],
    command: [
      1.131, 1.004, 0.72, 1.48, 2.014, -1.352, 0.726, 0.214, -0.35, 0.673, 0.137, 0.253, -0.024, -0.101, 0.085, -0.006,
      0, 0, 0.21, 0.091, 0.225, -0.782, 0.078, 0.077,
    ],
    outside: [
      0.981, 0.854, 0.429, 1.395, 1.854, -1.352, 0.65, 0.214, -0.356, 0.668, 0.071, 0.019, -0.117, 0.037, 0.082, 0.043,
      0, 0, 0.286, -0.024, 0.314, -0.73, -0.142, 0.051,
    ],
    nothing: [0.246, 0.939, -0.667, -0.873, 1.333, 0.146, 0.479, -0.34, -0.106, 0.753],
  },
  /** The same where there are few lines. */
  withFewLines: {
    article: [
      0.791, 0.876, 0.529, 1.56, 1.734, -0.539, 0.495, 0.728, -0.209, 0.459, -0.036, -0.241, 0.213, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0,
    ],
    check: [
      1.047, 0.976, 0.536, 1.697, 1.825, -0.56, 0.439, 0.436, -0.212, 0.527, -0.136, -0.116, 0.074, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0,
    ],
    command: [
      1.108, 0.983, 0.624, 1.588, 2.031, -0.56, 0.56, 0.436, -0.127, 0.547, -0.135, 0.279, -0.043, -0.101, 0.072, 0.001,
      0, 0, 0, 0, 0, 0, 0, 0,
    ],
    outside: [
      0.995, 0.87, 0.35, 1.516, 1.877, -0.56, 0.512, 0.436, -0.078, 0.596, -0.211, 0.103, -0.241, 0.122, 0.311, 0.023,
      0, 0, 0, 0, 0, 0, 0, 0,
    ],
    nothing: [-6, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  /** With a classifier, without outside intents: the same for every kind. */
  withoutOutOfScope: {
    ...forEveryKind([
      3.812, 0, 0, 0, 2.561, 0, 2.033, 1.002, 0.417, 0, 0, 0, 0, 0, 0, 0, 0.49, 1.066, 0, 0, 0, 0, 0, 0,
    ]),
    nothing: [1.49, -0.274, 0.329, -0.005, 1.011, -0.119, 0.569, -0.037, 0.081, 0.217],
  },
  /** Without a classifier. */
  withoutClassifier: {
    ...forEveryKind([0, 0, 0, 0, 0.633, 0, 5.274, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    nothing: [7.641, -4.289, 2.739, 0, 0, 0, 0.848, 0.235, 0, 0],
  },
  /** Lowest probability to answer at, by the share of near misses that are then answered (cross-validated). */
  thresholds: [
    { budget: 0.005, answer: 0.985 },
    { budget: 0.01, answer: 0.975 },
    { budget: 0.02, answer: 0.957 },
    { budget: 0.03, answer: 0.932 },
    { budget: 0.05, answer: 0.903 },
    { budget: 0.08, answer: 0.851 },
    { budget: 0.12, answer: 0.774 },
    { budget: 0.2, answer: 0.649 },
    { budget: 0.3, answer: 0.469 },
    { budget: 0.4, answer: 0.308 },
  ],
} as const;

function forEveryKind(weights: readonly number[]) {
  return { article: weights, check: weights, command: weights, outside: weights };
}
