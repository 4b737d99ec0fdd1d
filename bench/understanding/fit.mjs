// Fits src/knowledge/understanding/fitted.ts: `npm run fit` (after a build). Each line of the knowledge base is judged
// by a classifier that has not seen it (four folds); the weights that make the right intent likeliest are found by
// Newton's method; the thresholds are those at which a share of the outside lines is answered. Deterministic.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import {
  ALIKE,
  apart,
  BY_KIND,
  describe,
  fitWeights,
  KINDS,
  LOYALTY,
  none,
  ofIntents,
  ofNothing,
  places,
  width,
} from './conditional-logit.mjs';
import { engine, intentsOfDataset, loadIntents, quantile, readDataset, root, seeded } from './knowledge-base.mjs';
import { pageCases } from './page-cases.mjs';

const { createTrainingCorpus } = engine('corpus/training-corpus');
const { gatherEvidence } = engine('decision/gather-evidence');
const { trainOnCorpus } = engine('classifier/train-on-corpus');
const { actionsOf } = engine('text/actions-of');
const { createReader } = engine('text/read-utterance');
const { swapAction } = engine('corpus/swap-action');
const { DECISION_FEATURES, NOTHING_FEATURES } = engine('decision/decision');
const FOLDS = 4;
const PUBLIC_SETS = ['covidfaq-fr', 'cdtn-fr', 'chitchat-fr', 'chitchat-de', 'chitchat-es', 'clinc150'];
const run = (slices) => {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
};

/**
 * Cross-validated evidence: {evidence, utterance, right: [index…], outside} per line. Of each intent at most `density`
 * examples are learned; a share of the intents may be hidden, so that their lines are about nothing known.
 */
function crossValidate(intents, vocabulary, { trained = true, hidden = 0, density = Infinity, most = Infinity } = {}) {
  const random = seeded(7);
  const draw = () => Math.floor(random() * FOLDS);
  const lines = intents.flatMap(({ id, kind, texts }) =>
    Object.entries(texts).flatMap(([language, { examples }]) =>
      examples.map((text) => ({ id, language, text, outside: kind === 'outside', fold: draw() })),
    ),
  );
  const hiddenIn = new Map(intents.map(({ id }) => [id, random() < hidden ? draw() : -1]));
  const cases = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = (id, language) =>
      lines.filter((line) => line.id === id && line.language === language && line.fold !== fold).slice(0, density);
    const corpus = createTrainingCorpus(vocabulary);
    for (const intent of intents.filter(({ id }) => hiddenIn.get(id) !== fold))
      corpus.add({
        ...intent,
        texts: Object.fromEntries(
          Object.entries(intent.texts).map(([language, text]) => [
            language,
            { ...text, examples: learned(intent.id, language).map((line) => line.text) },
          ]),
        ),
      });
    const model = trained ? run(trainOnCorpus(corpus)) : undefined;
    const asked = lines.filter((line) => line.fold === fold || hiddenIn.get(line.id) === fold);
    for (const { id, text, language, outside } of asked) {
      if (random() * lines.length > most) continue;
      const { scored, utterance } = gatherEvidence(corpus, model, text, language);
      const evidence = scored.map((entry) => entry.evidence);
      const isHidden = hiddenIn.get(id) === fold;
      cases.push({
        evidence,
        utterance,
        // Any outside intent is right for an outside line, and "nothing" too; that alone for a line whose intent is hidden.
        right: isHidden
          ? [scored.length]
          : [
              ...scored.flatMap(({ intent }, i) =>
                intent.id === id || (outside && intent.kind === 'outside') ? [i] : [],
              ),
              ...(outside ? [scored.length] : []),
            ],
        outside: outside || isHidden,
      });
    }
  }
  return cases.filter(({ right }) => right.length > 0);
}

/** How much a line counts of an article that is not there: only half of them are as far from the others as a real one. */
const AWAY = 0.3;
const RARE_ACTIONS =
  'delete restore rename edit merge split move copy export import sort restrict assign schedule customise report audit troubleshoot reset write block answer search close install call connect'.split(
    ' ',
  );

/**
 * Near misses that every knowledge base has: lines about an article (and its check) that is not there, about an action,
 * or a topic, of which no outside line tells.
 */
function nearMisses(intents, vocabulary) {
  const random = seeded(13);
  const lines = intents.flatMap(({ id, kind, texts }) =>
    Object.entries(texts).flatMap(([language, { examples }]) =>
      examples.map((text) => ({ id, language, text, kind, drawn: random() })),
    ),
  );
  const cases = [];
  const ask = ({
    isHidden = () => false,
    isAway = () => false,
    asked,
    weight,
    textOf = ({ text }) => text,
    kind = 'other',
  }) => {
    const corpus = createTrainingCorpus(vocabulary);
    for (const intent of intents.filter(({ id }) => !isHidden(id)))
      corpus.add({
        ...intent,
        texts: Object.fromEntries(
          Object.entries(intent.texts).map(([language, text]) => [
            language,
            {
              ...text,
              examples: lines
                .filter((line) => line.id === intent.id && line.language === language && !isAway(line))
                .map((line) => line.text),
            },
          ]),
        ),
      });
    const model = run(trainOnCorpus(corpus));
    for (const line of lines.filter(asked)) {
      const { scored, utterance } = gatherEvidence(corpus, model, textOf(line), line.language);
      const right = scored.flatMap(({ intent }, i) => (intent.kind === 'outside' ? [i] : []));
      cases.push({
        evidence: scored.map((entry) => entry.evidence),
        utterance,
        right: [...right, scored.length],
        outside: true,
        weight,
        isAway: weight === AWAY,
        kind,
      });
    }
  };
  const articles = intents.filter(({ kind }) => kind === 'article').map(({ id }) => id);
  for (const article of articles) {
    const isIts = (id) => id === article || id === `check:${article}`;
    ask({ isHidden: isIts, asked: ({ id, drawn }) => isIts(id) && drawn < 0.12, weight: AWAY });
  }
  // Another task with the same object, asked of a corpus that has not learned the example.
  const whole = createTrainingCorpus(vocabulary);
  for (const intent of intents) whole.add(intent);
  const swapped = new Map();
  for (const [i, line] of lines.entries())
    if (line.kind === 'article' && line.drawn < 0.25)
      swapped.set(line, swapAction(whole, { ...line, intent: line.id }, i));
  ask({
    isAway: (line) => line.drawn < 0.25,
    asked: (line) => swapped.get(line) !== undefined,
    weight: 1,
    textOf: (line) => swapped.get(line),
    kind: 'swapped',
  });
  const reader = createReader(vocabulary);
  const actions = new Map(
    lines.map((line) => {
      const { whole } = reader.read(line.text, line.language);
      return [line, actionsOf(reader.maker(line.language), whole.words)];
    }),
  );
  const GROUPS = 4;
  for (let group = 0; group < GROUPS; group++) {
    const away = RARE_ACTIONS.filter((_, i) => i % GROUPS === group);
    const isAway = (line) => line.kind === 'outside' && actions.get(line).some((action) => away.includes(action));
    ask({ isAway, asked: (line) => isAway(line) && line.drawn < 0.7, weight: 1 });
  }
  for (const topic of intents.filter(({ kind }) => kind === 'outside'))
    ask({ isHidden: (id) => id === topic.id, asked: ({ id, drawn }) => id === topic.id && drawn < 0.3, weight: 1 });
  return cases;
}

const { intents, vocabulary } = await loadIntents();
const unseen = crossValidate(intents, vocabulary);
const misses = nearMisses(intents, vocabulary);
const ownCases = [...unseen, ...misses];
const TASK = ['usualAction', 'rarestAction', 'foreignActions', 'foreignAtEnd', 'allForeign'];
// How long the lines of an article or a check are, and how strange their words, is a habit of their author; and a
// knowledge base of one density has nothing to learn what scarcity means.
const HABITS = ['length', 'unknown', 'otherProduct'];
/** What only pages without examples have, and what commands are held to beside them. */
const PAGE = ['pageName', 'pageAsked', 'pageHeading', 'pagePassage', 'unsaid'];
const PAGE_NOTHING = ['nothingName', 'nothingAsked', 'nothingPassage'];

const OWN_NOTHING = NOTHING_FEATURES.filter((name) => !PAGE_NOTHING.includes(name));

/**
 * What is believed of pages before anything is fitted: made questions are not what customers type. How alike the letters of a
 * title are counts for nothing: among thousands of titles one is always alike by chance.
 */
const BELIEVED = {
  article: { own: 1, coverage: 6, similarity: 1, allForeign: -1, pageName: 2, pagePassage: 6 },
  // A command is the whole of what was said, or it is none: its own examples seldom say more, so they cannot teach it.
  command: { own: 1, kind: 1, similarity: 4, support: 1, always: 0, unsaid: -4 },
  outside: { own: 2, kind: 0, similarity: 2, support: 1, always: 1 },
};

/** What these cases cannot teach: their pages have no examples. */
const UNTAUGHT = { article: ['similarity'], command: ['unsaid'] };

/** The weights of articles without examples, drawn towards what is believed. */
function fitPages(cases) {
  const start = none(BY_KIND);
  const free = places(NOTHING_FEATURES, NOTHING_FEATURES, BY_KIND.nothing);
  start[BY_KIND.nothing] = 3;
  for (const [kind, weights] of Object.entries(BELIEVED))
    for (const [name, weight] of Object.entries(weights)) {
      const [place] = places([name], DECISION_FEATURES, BY_KIND[kind]);
      start[place] = weight;
      if (!UNTAUGHT[kind]?.includes(name)) free.push(place);
    }
  return apart(fitWeights(cases, start, free, BY_KIND, LOYALTY), BY_KIND);
}

/** The weights of our own knowledge base: first the same for every kind, then each kind's own, drawn towards those. */
function fitOwn(cases, { nothing, tasks }) {
  const shared = none(ALIKE);
  shared[ALIKE.nothing] = nothing;
  const views = DECISION_FEATURES.slice(0, DECISION_FEATURES.indexOf('always'));
  const common = fitWeights(
    cases,
    shared,
    [...ofIntents(...views, ...tasks), ...(tasks.length > 0 ? ofNothing(...OWN_NOTHING) : [])],
    ALIKE,
  );
  const start = [...KINDS.flatMap(() => common.slice(0, width)), ...common.slice(width)];
  const learned = [...start.keys()].filter((i) => {
    const name = DECISION_FEATURES[i % width];
    if (i >= BY_KIND.nothing) return tasks.length > 0 && OWN_NOTHING.includes(NOTHING_FEATURES[i - BY_KIND.nothing]);
    if (name === undefined || PAGE.includes(name)) return false;
    if (tasks.length === 0 && (TASK.includes(name) || name === 'anyAction')) return false;
    return !name.endsWith('Scarce') && !(i < BY_KIND.command && HABITS.includes(name));
  });
  return apart(fitWeights(cases, start, learned, BY_KIND, LOYALTY), BY_KIND);
}

const ownWeights = fitOwn(ownCases, { nothing: 0, tasks: TASK });
// A few dozen lines tell too little of what an article does: there only known lines decide, and "nothing" hardly ever.
const fewLines = fitOwn(unseen, { nothing: -6, tasks: [] });
const { bad: outside, good } = describe('own knowledge base', unseen, ownWeights);
const { bad: away } = describe(
  'articles taken away',
  misses.filter(({ isAway }) => isAway),
  ownWeights,
);
// As `nearMissScores` mixes them: half of them near misses.
const { bad: swapped } = describe(
  'another task',
  misses.filter(({ kind }) => kind === 'swapped'),
  ownWeights,
);
const most = Math.min(outside.length / 2, away.length, swapped.length);
const some = (scores, count) =>
  Array.from({ length: Math.floor(count) }, (_, i) => scores[Math.floor((i * scores.length) / count)]);
const bad = [...some(outside, 2 * most), ...some(away, most), ...some(swapped, most)];
const thresholds = [0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.4].map((budget) => ({
  budget,
  answer: Number(quantile(bad, 1 - budget).toFixed(3)),
}));
for (const { budget, answer } of thresholds)
  console.log(
    `  budget ${budget}: threshold ${answer}, answers ${((100 * good.filter((p) => p > answer).length) / good.length).toFixed(1)} % of what it should`,
  );

// Without outside intents: public sets, some of their labels hidden, with many and with few examples an intent.
// Their weights hold for any knowledge base.
const sets = PUBLIC_SETS.map(readDataset).filter(Boolean);
let withoutTopics;
let withoutClassifier;
const publicCases = (densities, options) =>
  sets.flatMap((set) =>
    densities.flatMap((density) =>
      crossValidate(intentsOfDataset(set), {}, { hidden: 0.3, density, most: 500, ...options }),
    ),
  );
if (sets.length > 0) {
  const cases = publicCases([4, 8, 16], {});
  const chosen = [
    ...ofIntents('own', 'similarity', 'support', 'coverage', 'clauseOwn', 'ownScarce', 'coverageScarce'),
    ...ofNothing(...OWN_NOTHING),
  ];
  withoutTopics = apart(fitWeights(cases, none(ALIKE), chosen, ALIKE), ALIKE);
  describe('public sets, labels hidden', cases, withoutTopics);
  const sparse = publicCases([2, 8], { trained: false });
  const begin = none(ALIKE);
  // The public sets have no texts: what a covered text counts is set by hand.
  begin[ofIntents('coverage')[0]] = 16;
  const free = [
    ...ofIntents('similarity', 'support'),
    ...ofNothing('nothing', 'nothingUnknown', 'nothingSimilarity', 'nothingSupport', 'nothingLength'),
  ];
  withoutClassifier = apart(fitWeights(sparse, begin, free, ALIKE), ALIKE);
  describe('the same, no classifier', sparse, withoutClassifier);
} else console.log('public sets are not there: weights for other knowledge bases stay as they are');

const asked = await pageCases();
const withoutExamples = asked.length > 0 ? fitPages(asked) : undefined;
if (withoutExamples)
  for (const kind of [...new Set(asked.map((entry) => entry.kind))])
    describe(
      `pages without examples, ${kind}`,
      asked.filter((entry) => entry.kind === kind),
      withoutExamples,
    );
const previous = engine('fitted').fitted;
const named = (weights, names) =>
  names
    .map((name, i) => `${name} ${weights[i]}`)
    .filter((text) => !text.endsWith(' 0'))
    .join(', ');
const print = (weights) => {
  for (const [kind, list] of Object.entries(weights))
    console.log(`  ${kind}: ${named(list, kind === 'nothing' ? NOTHING_FEATURES : DECISION_FEATURES)}`);
};
print(ownWeights);
if (withoutExamples) print(withoutExamples);
const source = (weights) =>
  `{\n${Object.entries(weights)
    .map(([kind, list]) => `    ${kind}: [${list.join(', ')}],`)
    .join('\n')}\n  }`;
const alike = (weights) =>
  `{ ...forEveryKind([${weights.article.join(', ')}]), nothing: [${weights.nothing.join(', ')}] }`;
const text = `/**
 * Weights and thresholds fitted by \`npm run fit\` (bench/understanding/fit.mjs); see docs/understanding.md. Do not edit
 * by hand.
 */
export const fitted = {
  /** With a classifier and intents of kind \`outside\`: weights of DECISION_FEATURES by kind, and of NOTHING_FEATURES. */
  withOutOfScope: ${source(ownWeights)},
  /** The same where there are few lines. */
  withFewLines: ${source(fewLines)},
  /** With a classifier, without outside intents: the same for every kind. */
  withoutOutOfScope: ${alike(withoutTopics ?? previous.withoutOutOfScope)},
  /** Without a classifier. */
  withoutClassifier: ${alike(withoutClassifier ?? previous.withoutClassifier)},
  /** Where articles have no examples, or hardly any. */
  withoutExamples: ${source(withoutExamples ?? previous.withoutExamples)},
  /** Lowest probability to answer at, by the share of near misses that are then answered (cross-validated). */
  thresholds: [
${thresholds.map(({ budget, answer }) => `    { budget: ${budget}, answer: ${answer} },`).join('\n')}
  ],
} as const;

function forEveryKind(weights: readonly number[]) {
  return { article: weights, check: weights, command: weights, outside: weights };
}
`;
const file = `${root}src/knowledge/understanding/fitted.ts`;
if (!process.argv.includes('--dry')) {
  writeFileSync(file, text);
  spawnSync('npx', ['biome', 'format', '--write', file], { cwd: root });
}
