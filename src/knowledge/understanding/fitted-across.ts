/**
 * Weights and thresholds for questions in a language that no article is in, fitted by `npm run fit:across`
 * (bench/understanding/fit-across.mjs); see docs/understanding.md. Do not edit by hand.
 */
export const fittedAcross = {
  /** Weights of DECISION_FEATURES and ACROSS_FEATURES by kind, and of NOTHING_FEATURES and NOTHING_ACROSS_FEATURES. */
  withExamples: {
    article: [
      1.415, 1.761, -0.653, 0.74, 0.927, -1.577, 0.301, 0.108, -0.222, 0.269, 0.342, 0.508, 0.661, 0, 0, -0.265, 0, 0,
      0.295, 0.038, 0.183, -0.502, 0.317, 0.066, 0, 0, 0, 0, 0, 3.069, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ],
    check: [
      1.141, 0.647, 1.126, 2.009, 2.233, -1.352, 0.097, 0.214, -0.589, 0.273, 0.261, -1.022, -0.422, 0, 0, -0.038, 0, 0,
      0.205, 0.043, 0.252, -0.861, 0.08, 0.091, 0, 0, 0, 0, 0, 0.986, -0.59, -0.395, -0.521, -0.138, -0.646, -0.424,
      -0.279, -0.176, -0.14, 0.076, -0.261, 0.446, -0.086, -0.073, 0.001,
    ],
    command: [
      1.223, 1.096, 0.882, 1.098, 2.58, -1.352, 0.635, 0.214, -0.051, 0.972, 0.222, 1.188, 0.071, -1.45, 0.003, -0.093,
      0, 0, 0.08, 0.209, 0.136, -0.718, 0.263, 0.048, 0, 0, 0, 0, 0, 1.804, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ],
    outside: [
      0.794, 0.667, -0.708, 0.933, 2.7, -1.352, 1.132, 0.214, -0.483, 0.541, -0.288, -0.327, 0.049, -0.947, 0.687,
      1.018, 0, 0, 0.025, 0.114, 0.402, -0.438, -0.388, 0.378, 0, 0, 0, 0, 0, 1.381, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0,
    ],
    nothing: [-0.14, 1.69, -0.91, -0.202, 1.218, -0.727, 0.854, -0.583, -0.386, 0.499, 0, 0, 0, 0.601],
  },
  /** Lowest probability to answer at, by the share of near misses that are then answered. */
  thresholds: [
    { budget: 0.005, answer: 0.982 },
    { budget: 0.01, answer: 0.958 },
    { budget: 0.02, answer: 0.916 },
    { budget: 0.03, answer: 0.86 },
    { budget: 0.05, answer: 0.796 },
    { budget: 0.08, answer: 0.71 },
    { budget: 0.12, answer: 0.62 },
    { budget: 0.2, answer: 0.465 },
    { budget: 0.3, answer: 0.334 },
    { budget: 0.4, answer: 0.227 },
    { budget: 0.5, answer: 0.147 },
  ],
} as const;
