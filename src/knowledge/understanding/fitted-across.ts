/**
 * Weights and thresholds for questions in a language that no article is in, fitted by `npm run fit:across`
 * (bench/understanding/fit-across.mjs); see docs/understanding.md. Do not edit by hand.
 */
export const fittedAcross = {
  /** Weights of DECISION_FEATURES and ACROSS_FEATURES by kind, and of NOTHING_FEATURES and NOTHING_ACROSS_FEATURES. */
  withExamples: {
    article: [
      1.053, 1.868, -0.816, 1.018, 1.008, -1.492, 0.517, -0.124, -0.161, 0.255, -0.006, 0.538, 0.862, 0, 0, -0.265, 0,
      0, 0.254, 0.055, 0.722, -1.052, 0.298, -0.282, 0, 0, 0, 0, 0, 2.978, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ],
    check: [
      1.013, 0.812, 1.045, 1.816, 2.098, -1.352, 0.244, 0.214, -0.259, 0.651, 0.157, -1.194, -0.227, 0, 0, -0.038, 0, 0,
      0.075, 0.243, 0.456, -0.801, 0.381, 0.067, 0, 0, 0, 0, 0, 1.091, -0.416, -0.797, -0.636, -0.226, -0.954, -0.33,
      -0.108, -0.132, 0.109, 0.482, 0.074, 0.797, -0.558, 0.028, 0.368,
    ],
    command: [
      1.199, 1.072, 1.132, 1.014, 2.697, -1.352, 0.295, 0.214, -0.282, 0.741, 0.062, 0.995, -0.164, -1.417, 0.214,
      -0.301, 0, 0, 0.018, 0.211, 0.176, -0.472, 0.121, -0.237, 0, 0, 0, 0, 0, 2.391, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0,
    ],
    outside: [
      0.904, 0.777, -0.426, 1.221, 2.458, -1.352, 0.9, 0.214, -0.624, 0.4, -0.589, -0.052, -0.2, -0.683, 0.693, 0.676,
      0, 0, -0.132, 0.256, 0.208, -0.408, -0.562, 0.279, 0, 0, 0, 0, 0, 0.858, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0,
    ],
    nothing: [-0.081, 1.469, -0.63, 0.407, 1.489, -0.788, 1.065, -0.459, -0.354, 0.738, 0, 0, 0, 0.895],
  },
  /** Lowest probability to answer at, by the share of near misses that are then answered. */
  thresholds: [
    { budget: 0.005, answer: 0.98 },
    { budget: 0.01, answer: 0.96 },
    { budget: 0.02, answer: 0.928 },
    { budget: 0.03, answer: 0.896 },
    { budget: 0.05, answer: 0.849 },
    { budget: 0.08, answer: 0.782 },
    { budget: 0.12, answer: 0.702 },
    { budget: 0.2, answer: 0.543 },
    { budget: 0.3, answer: 0.392 },
    { budget: 0.4, answer: 0.261 },
    { budget: 0.5, answer: 0.154 },
  ],
} as const;
