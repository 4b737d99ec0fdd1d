// Fits src/knowledge/understanding/fitted-across.ts: `npm run fit:across` (after a build). The shipped knowledge base is taken
// for one that is written in one language, each of the four in turn, and asked in the others; an article that is asked for in vain is
// away. Deterministic.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { acrossCases } from './across-cases.mjs';
import {
  apart,
  BY_KIND,
  describe,
  FEATURES,
  fitWeights,
  LOYALTY,
  none,
  OF_NOTHING,
  width,
} from './conditional-logit.mjs';
import { engine, quantile, root } from './knowledge-base.mjs';

const { FORMS } = engine('decision/decision');
const { fitted } = engine('fitted');
/** What is not there, or is a habit of the author of these lines. */
const LEFT_OUT = ['ownScarce', 'coverageScarce', 'pageName', 'pageAsked', 'pageHeading', 'pagePassage', 'unsaid'];
const HABITS = ['length', 'unknown', 'otherProduct'];
const LEFT_OUT_OF_NOTHING = ['nothingName', 'nothingAsked', 'nothingPassage'];

const cases = await acrossCases();
const start = none(BY_KIND);
for (const [kind, shift] of Object.entries(BY_KIND))
  for (const [i, weight] of fitted.withOutOfScope[kind].entries()) start[shift + i] = weight;
const free = [...start.keys()].filter((i) => {
  if (i >= BY_KIND.nothing) return !LEFT_OUT_OF_NOTHING.includes(OF_NOTHING[i - BY_KIND.nothing]);
  const name = FEATURES[i % width];
  // Told of checks, against all others: only the difference counts.
  if (FORMS.includes(name)) return i >= BY_KIND.check && i < BY_KIND.command;
  return !LEFT_OUT.includes(name) && !(i < BY_KIND.command && HABITS.includes(name));
});
const weights = apart(fitWeights(cases, start, free, BY_KIND, LOYALTY / 10), BY_KIND, { across: true });
const bad = [];
for (const kind of ['article', 'check', 'command', 'outside', 'away', 'swapped']) {
  const found = describe(
    `${kind}`,
    cases.filter((one) => one.kind === kind),
    weights,
  ).bad;
  bad.push(found);
}
for (const language of ['de', 'en', 'es', 'fr'])
  for (const source of ['en', 'fr'])
    if (language !== source)
      describe(
        `${source} > ${language}`,
        cases.filter((one) => one.language === language && one.source === source && one.kind === 'article'),
        weights,
      );
const [outside, away, swapped] = bad.slice(3);
const most = Math.min(outside.length / 2, away.length, swapped.length);
const some = (scores, count) =>
  Array.from({ length: Math.floor(count) }, (_, i) => scores[Math.floor((i * scores.length) / count)]);
const misses = [...some(outside, 2 * most), ...some(away, most), ...some(swapped, most)];
const thresholds = [0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.4, 0.5].map((budget) => ({
  budget,
  answer: Number(quantile(misses, 1 - budget).toFixed(3)),
}));
console.log(thresholds.map(({ budget, answer }) => `${budget}: ${answer}`).join('  '));
for (const [kind, list] of Object.entries(weights))
  console.log(
    kind,
    list
      .map((w, i) => `${(kind === 'nothing' ? OF_NOTHING : FEATURES)[i]} ${w}`)
      .filter((t) => !t.endsWith(' 0'))
      .join(', '),
  );

const source = (list) =>
  `{\n${Object.entries(list)
    .map(([kind, values]) => `    ${kind}: [${values.join(', ')}],`)
    .join('\n')}\n  }`;
const file = `${root}src/knowledge/understanding/fitted-across.ts`;
const text = `/**
 * Weights and thresholds for questions in a language that no article is in, fitted by \`npm run fit:across\`
 * (bench/understanding/fit-across.mjs); see docs/understanding.md. Do not edit by hand.
 */
export const fittedAcross = {
  /** Weights of DECISION_FEATURES and ACROSS_FEATURES by kind, and of NOTHING_FEATURES and NOTHING_ACROSS_FEATURES. */
  withExamples: ${source(weights)},
  /** Lowest probability to answer at, by the share of near misses that are then answered. */
  thresholds: [
${thresholds.map(({ budget, answer }) => `    { budget: ${budget}, answer: ${answer} },`).join('\n')}
  ],
} as const;
`;
if (!process.argv.includes('--dry')) {
  writeFileSync(file, text);
  spawnSync('npx', ['biome', 'format', '--write', file], { cwd: root });
}
