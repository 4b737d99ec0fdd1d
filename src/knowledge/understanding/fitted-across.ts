/**
 * Weights and thresholds for questions in a language that no article is in, fitted by `npm run fit:across`
 * (bench/understanding/fit-across.mjs); see docs/understanding.md. Do not edit by hand.
 */
export const fittedAcross = {
  /** Weights of DECISION_FEATURES and ACROSS_FEATURES by kind, and of NOTHING_FEATURES and NOTHING_ACROSS_FEATURES. */
  withExamples: {
    article: [
      1.187, 1.733, -0.87, 1.034, 1.284, -1.48, 0.382, 0.282, -0.162, 0.27, 0.221, 0.415, 0.623, 0, 0, -0.265, 0, 0,
      0.288, 0.066, 0.218, -0.517, 0.486, 0.063, 0, 0, 0, 0, 0, 3.012, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ],
    check: [
      0.851, 0.948, 1.148, 1.926, 1.955, -1.352, 0.514, 0.214, -0.478, 0.32, 0.052, -0.963, -0.298, 0, 0, -0.038, 0, 0,
      -0.042, 0.247, 0.254, -0.528, 0.073, -0.054, 0, 0, 0, 0, 0, 0.903, -0.323, -0.656, -0.377, 0.03, -0.72, -0.176,
      -0.24, -0.104, -0.172, 0.161, -0.139, 0.51, -0.305, 0.111, 0.174,
    ],
    command: [
      1.277, 1.15, 0.987, 0.977, 2.534, -1.352, 0.501, 0.214, -0.278, 0.745, 0.338, 1.073, -0.112, -1.314, 0.117, -0.18,
      0, 0, 0.201, 0.083, 0.238, -0.762, 0.339, -0.123, 0, 0, 0, 0, 0, 1.654, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0,
    ],
    outside: [
      0.781, 0.654, -0.475, 0.874, 2.708, -1.352, 0.978, 0.214, -0.336, 0.688, -0.468, -0.284, 0.088, -0.992, 0.546,
      1.232, 0, 0, 0.003, 0.032, 0.322, -0.478, -0.493, 0.456, 0, 0, 0, 0, 0, 1.275, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0,
    ],
    nothing: [-0.035, 1.642, -1.104, -0.209, 1.255, -0.777, 1.012, -0.47, -0.519, 0.499, 0, 0, 0, 0.507],
  },
  /** Lowest probability to answer at, by the share of near misses that are then answered. */
  thresholds: [
    { budget: 0.005, answer: 0.982 },
    { budget: 0.01, answer: 0.964 },
    { budget: 0.02, answer: 0.913 },
    { budget: 0.03, answer: 0.874 },
    { budget: 0.05, answer: 0.801 },
    { budget: 0.08, answer: 0.71 },
    { budget: 0.12, answer: 0.615 },
    { budget: 0.2, answer: 0.464 },
    { budget: 0.3, answer: 0.336 },
    { budget: 0.4, answer: 0.236 },
    { budget: 0.5, answer: 0.149 },
  ],
} as const;
