// Fits src/knowledge/understanding/fitted-pages.ts: `npm run fit:pages` (after a build), from what customers might ask of three
// help centres whose articles have no examples (bench/understanding/first-day/README.md): how surely does the page that comes first answer?
// Deterministic. Prints what is true of each help centre by the weights of the two others.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { solve } from './conditional-logit.mjs';
import { examplesOf, helpCentres, isRight, loadHelpCentre, questionsOf, withExamples } from './help-centres.mjs';
import { auroc, engine, quantile, root } from './knowledge-base.mjs';

const { createTrainingCorpus } = engine('corpus/training-corpus');
const { trainOnCorpus } = engine('classifier/train-on-corpus');
const { gatherEvidence } = engine('decision/gather-evidence');
const { pageFeatures } = engine('decision/page-scope');
const { run } = engine('slices');

const NAMES = ['alwaysdata', 'arduino', 'contao'];
const BUDGETS = [0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.4];
/** Penalty on the squares of the weights, features scaled to a variance of one. */
const RIDGE = 2;

/**
 * {name, inside, right, features} of each question that a page comes first for.
 * @param examples of some of its pages
 */
async function casesOf(name, examples = new Map()) {
  const { intents, vocabulary } = await loadHelpCentre(name);
  const corpus = createTrainingCorpus(vocabulary);
  for (const intent of intents) corpus.add(withExamples(intent, examples));
  const model = run(trainOnCorpus(corpus));
  return questionsOf(name).flatMap((question) => {
    const evidence = gatherEvidence(corpus, model, question.text, question.language);
    const [best, second] = evidence.scored.filter(({ intent }) => intent.kind !== 'outside');
    if (best?.intent.kind !== 'article') return [];
    const right = isRight(question, best.intent.id);
    return [{ name, inside: question.expect !== 'none', right, features: pageFeatures(evidence, best, second) }];
  });
}

/** Logistic regression by Newton's method: the probability that `right`. */
function fitLogistic(cases) {
  const width = cases[0].features.length;
  const mean = Array.from({ length: width }, (_, i) => average(cases.map(({ features }) => features[i])));
  const spread = mean.map((m, i) => Math.sqrt(average(cases.map(({ features }) => (features[i] - m) ** 2))) + 1e-9);
  const rows = cases.map(({ features }) => [...features.map((value, i) => (value - mean[i]) / spread[i]), 1]);
  let weights = new Array(width + 1).fill(0);
  for (let step = 0; step < 50; step++) {
    const gradient = weights.map((w, i) => (i < width ? RIDGE * w : 0));
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j && i < width ? RIDGE : 0)));
    for (const [n, row] of rows.entries()) {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * weights[i], 0)));
      for (const [i, value] of row.entries()) {
        gradient[i] += (p - (cases[n].right ? 1 : 0)) * value;
        for (const [j, other] of row.entries()) hessian[i][j] += p * (1 - p) * value * other;
      }
    }
    const move = solve(hessian, gradient);
    weights = weights.map((w, i) => w - move[i]);
    if (Math.max(...move.map(Math.abs)) < 1e-8) break;
  }
  const scaled = weights.slice(0, width).map((w, i) => w / spread[i]);
  const bias = weights[width] - scaled.reduce((sum, w, i) => sum + w * mean[i], 0);
  return { bias: Number(bias.toFixed(3)), weights: scaled.map((w) => Number(w.toFixed(3))) };
}

const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const probability = ({ bias, weights }, { features }) =>
  1 / (1 + Math.exp(-features.reduce((sum, value, i) => sum + value * weights[i], bias)));
const percent = (part, all) => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;

const missing = NAMES.filter((name) => !helpCentres().includes(name));
if (missing.length > 0) {
  console.error(
    `Not there: ${missing.join(', ')}. bench/understanding/first-day/README.md tells where they come from.`,
  );
  process.exit(1);
}
const cases = (
  await Promise.all([...NAMES.map((name) => casesOf(name)), casesOf('alwaysdata', examplesOf('alwaysdata'))])
).flat();
const misses = [];
for (const name of NAMES) {
  const others = fitLogistic(cases.filter((each) => each.name !== name));
  const asked = cases.filter((each) => each.name === name).map((each) => ({ ...each, p: probability(others, each) }));
  misses.push(...asked.filter(({ inside }) => !inside).map(({ p }) => p));
  const right = asked.filter((each) => each.right);
  const outside = asked.filter(({ inside }) => !inside);
  console.log(
    `${name}: ${asked.length} questions, AUROC ${auroc(
      right.map(({ p }) => p),
      outside.map(({ p }) => p),
    ).toFixed(3)};`,
    ...[0.2, 0.5, 0.65, 0.8].map((t) => {
      const shown = asked.filter(({ p }) => p >= t);
      return `from ${t} on ${percent(shown.filter((each) => each.right).length, shown.length)} right, out of scope ${percent(
        shown.filter(({ inside }) => !inside).length,
        outside.length,
      )};`;
    }),
  );
}
const { bias, weights } = fitLogistic(cases);
const thresholds = BUDGETS.map((budget) => ({ budget, answer: Number(quantile(misses, 1 - budget).toFixed(3)) }));
const file = `${root}src/knowledge/understanding/fitted-pages.ts`;
const text = `/**
 * How surely the page that comes first answers, where articles have no examples: a logistic regression, fitted by \`npm run fit:pages\`
 * (bench/understanding/fit-pages.mjs); see docs/understanding.md. Do not edit by hand.
 */
export const fittedPages = {
  bias: ${bias},
  /** Of the features of \`pageFeatures\`. */
  weights: [${weights.join(', ')}],
  /** Lowest probability to answer at, by the share of out-of-scope questions that are then answered (each help centre by the weights of the others). */
  thresholds: [
${thresholds.map(({ budget, answer }) => `    { budget: ${budget}, answer: ${answer} },`).join('\n')}
  ],
} as const;
`;
console.log(text);
if (!process.argv.includes('--dry')) {
  writeFileSync(file, text);
  spawnSync('npx', ['biome', 'format', '--write', file], { cwd: root });
}
