/**
 * How surely the page that comes first answers, where articles have no examples: a logistic regression, fitted by `npm run fit:pages`
 * (bench/understanding/fit-pages.mjs); see docs/understanding.md. Do not edit by hand.
 */
export const fittedPages = {
  bias: -4.901,
  /** Of the features of `pageFeatures`. */
  weights: [4.198, 0.032, 1.716, 3.048, 0.849, -5.004, 4.122],
  /** Lowest probability to answer at, by the share of out-of-scope questions that are then answered (each help centre by the weights of the others). */
  thresholds: [
    { budget: 0.005, answer: 0.984 },
    { budget: 0.01, answer: 0.934 },
    { budget: 0.02, answer: 0.868 },
    { budget: 0.03, answer: 0.684 },
    { budget: 0.05, answer: 0.644 },
    { budget: 0.08, answer: 0.53 },
    { budget: 0.12, answer: 0.457 },
    { budget: 0.2, answer: 0.299 },
    { budget: 0.3, answer: 0.252 },
    { budget: 0.4, answer: 0.199 },
  ],
} as const;
