/**
 * Weights and thresholds for questions in a language that no article is in, fitted by `npm run fit:across`
 * (bench/understanding/fit-across.mjs); see docs/understanding.md. Do not edit by hand.
 */
export const fittedAcross = {
  /** Weights of DECISION_FEATURES and ACROSS_FEATURES by kind, and of NOTHING_FEATURES and NOTHING_ACROSS_FEATURES. */
  withExamples: {
    article: [
      0.99, 1.837, -0.845, 1.05, 1.07, -1.582, 0.475, -0.123, -0.202, 0.276, -0.079, 0.539, 0.77, 0, 0, -0.265, 0, 0,
      0.23, 0.086, 0.659, -1.062, 0.396, -0.219, 0, 0, 0, 0, 0, 2.97, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ],
    check: [
      1.158, 0.653, 1.047, 1.735, 2.078, -1.352, 0.351, 0.214, -0.246, 0.603, 0.166, -1.176, -0.112, 0, 0, -0.038, 0, 0,
      0.069, 0.243, 0.429, -0.819, 0.419, 0.057, 0, 0, 0, 0, 0, 1.037, -0.382, -0.752, -0.645, -0.265, -0.982, -0.29,
      -0.166, -0.074, 0.066, 0.438, 0.131, 0.761, -0.536, -0.014, 0.261,
    ],
    command: [
      1.267, 1.14, 0.813, 0.77, 2.973, -1.352, 0.517, 0.214, -0.258, 0.765, 0.227, 1.268, -0.312, -1.413, 0.115, -0.056,
      0, 0, -0.122, 0.446, -0.062, -0.67, 0.399, 0.265, 0, 0, 0, 0, 0, 2.041, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0,
    ],
    outside: [
      0.851, 0.724, -0.39, 1.038, 2.414, -1.352, 0.932, 0.214, -0.638, 0.386, -0.833, -0.269, -0.262, -0.574, 0.709,
      0.915, 0, 0, -0.263, 0.219, 0.102, -0.142, -0.806, 0.256, 0, 0, 0, 0, 0, 1.3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0,
    ],
    nothing: [-0.155, 1.513, -0.755, 0.272, 1.854, -0.839, 0.816, -0.337, -0.524, 0.777, 0, 0, 0, 0.843],
  },
  /** Lowest probability to answer at, by the share of near misses that are then answered. */
  thresholds: [
    { budget: 0.005, answer: 0.98 },
    { budget: 0.01, answer: 0.963 },
    { budget: 0.02, answer: 0.938 },
    { budget: 0.03, answer: 0.909 },
    { budget: 0.05, answer: 0.854 },
    { budget: 0.08, answer: 0.791 },
    { budget: 0.12, answer: 0.714 },
    { budget: 0.2, answer: 0.563 },
    { budget: 0.3, answer: 0.393 },
    { budget: 0.4, answer: 0.27 },
    { budget: 0.5, answer: 0.15 },
  ],
} as const;
