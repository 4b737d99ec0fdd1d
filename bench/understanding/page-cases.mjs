// Questions about pages without examples, for fitting the weights of knowledge bases on their first day: made from the help
// centres that are there (headings, link texts and names of the navigation, each asked of pages that do not have it), and
// public sets of which an answer keeps a title and a text. Commands and outside lines of the product stand beside them.
import { helpCentres, loadHelpCentre } from './help-centres.mjs';
import { engine, loadIntents, readDataset, root, seeded, withTypos } from './knowledge-base.mjs';

const { createTrainingCorpus } = engine('corpus/training-corpus');
const { gatherEvidence } = engine('decision/gather-evidence');
const { trainOnCorpus } = engine('classifier/train-on-corpus');
const { swapAction } = engine('corpus/swap-action');
const FOLDS = 3;
/** Share of the articles that are away, so that questions about them have no answer. */
const AWAY = 0.25;
/** What a line of a kind counts, against one that a page should answer. */
const WEIGHTS = { public: 0.3, command: 0.4, away: 0.4 };

function run(slices) {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** The commands and outside topics of the product. */
export async function productIntents() {
  const { intents, vocabulary } = await loadIntents(`${root}locales`);
  return { product: intents.filter(({ kind }) => kind !== 'article'), vocabulary };
}

/**
 * Evidence for each question: {evidence, utterance, right, outside, kind, weight}.
 * @param pages intents of articles, whole
 * @param questions {id, language, text, kind, heading?}: `heading` is the one that the page must not have
 */
function askPages({ pages, questions, product, vocabulary, most, random }) {
  const cases = [];
  const foldOf = new Map();
  const fold = (key) => {
    if (!foldOf.has(key)) foldOf.set(key, Math.floor(random() * FOLDS));
    return foldOf.get(key);
  };
  const languages = new Set(pages.flatMap(({ texts }) => Object.keys(texts)));
  for (let f = 0; f < FOLDS; f++) {
    const isAway = (id) => fold(`away ${id}`) === f && fold(`twice ${id}`) / FOLDS < AWAY * FOLDS;
    const corpus = createTrainingCorpus(vocabulary);
    for (const { id, kind, texts } of pages) {
      if (isAway(id)) continue;
      corpus.add({
        id,
        kind,
        texts: Object.fromEntries(
          Object.entries(texts).map(([language, text]) => [
            language,
            withoutAsked(text, (t) => fold(`${id} ${t}`) === f),
          ]),
        ),
      });
    }
    for (const { id, kind, texts } of product)
      corpus.add({
        id,
        kind,
        texts: Object.fromEntries(
          Object.entries(texts)
            .filter(([language]) => languages.has(language))
            .map(([language, text]) => [
              language,
              { ...text, examples: text.examples.filter((line) => fold(`${id} ${line}`) !== f) },
            ]),
        ),
      });
    const model = run(trainOnCorpus(corpus));
    const ask = ({ text, language, right, outside, kind, weight = 1 }) => {
      const { scored, utterance } = gatherEvidence(corpus, model, text, language);
      const good = scored.flatMap(({ intent }, i) => (right(intent) ? [i] : []));
      if (outside) good.push(scored.length);
      if (good.length === 0) return;
      cases.push({ evidence: scored.map((s) => s.evidence), utterance, right: good, outside, kind, weight });
    };
    const isOutside = ({ kind }) => kind === 'outside';
    for (const { id, language, text, kind, heading } of questions) {
      if (isAway(id)) {
        if (random() < 0.3)
          ask({ text, language, right: isOutside, outside: true, kind: 'away', weight: WEIGHTS.away });
      } else if (heading === undefined || fold(`${id} ${heading}`) === f)
        if (random() < most)
          ask({
            text,
            language,
            right: (intent) => intent.id === id,
            outside: false,
            kind,
            weight: WEIGHTS[kind] ?? 1,
          });
    }
    for (const { id, texts } of pages)
      if (isAway(id))
        for (const [language, { title }] of Object.entries(texts))
          if (title)
            ask({ text: title, language, right: isOutside, outside: true, kind: 'away', weight: WEIGHTS.away });
    // Another task with the same object.
    for (const [i, { id, texts }] of pages.entries())
      if (!isAway(id) && i % FOLDS === f)
        for (const [language, { title }] of Object.entries(texts)) {
          const text = title && swapAction(corpus, { intent: id, language, text: title, role: 'title' }, i);
          if (text) ask({ text, language, right: isOutside, outside: true, kind: 'swapped' });
        }
    for (const { id, kind, texts } of product)
      for (const [language, { examples }] of Object.entries(texts)) {
        if (!languages.has(language)) continue;
        for (const text of examples)
          if (fold(`${id} ${text}`) === f && random() < (kind === 'outside' ? 0.35 : 0.25))
            ask({
              text,
              language,
              right: kind === 'outside' ? isOutside : (intent) => intent.id === id,
              outside: kind === 'outside',
              kind: kind === 'outside' ? 'outside' : 'command',
              weight: kind === 'outside' ? 1 : WEIGHTS.command,
            });
      }
  }
  return cases;
}

/** A page without the headings that are asked, and without labels. */
function withoutAsked({ labels, headings = [], body = '', starts = [], ...text }, isAsked) {
  return {
    ...text,
    examples: [],
    body,
    headings: headings.map((heading) => (isAsked(heading) ? '' : heading)),
    starts,
    labels: (labels ?? []).filter((label) => !isAsked(label)),
  };
}

async function fromHelpCentre(name, random) {
  const { intents } = await loadHelpCentre(name);
  const pages = intents.filter(({ kind }) => kind === 'article');
  const several = (words) => words.split(/\s+/).length > 1;
  const typed = (words) => (random() < 0.25 ? withTypos(words.toLowerCase(), random) : words.toLowerCase());
  const questions = pages.flatMap(({ id, texts }) =>
    Object.entries(texts).flatMap(([language, { title, headings = [], labels = [] }]) =>
      [
        // As customers say it who have not seen the page: what is asked is taken from it.
        ...headings.filter(several).map((words) => ({ kind: 'heading', heading: words, text: typed(words) })),
        ...labels.filter(several).map((words) => ({ kind: 'label', heading: words, text: typed(words) })),
        // As those say it who nearly know its words.
        { kind: 'title', text: typed(withoutOne(title, random)) },
        ...headings.filter(several).map((words) => ({ kind: 'known heading', text: typed(withoutOne(words, random)) })),
      ].map((question) => ({ id, language, ...question })),
    ),
  );
  return { pages, questions, most: 1 };
}

/** A line without one of its words, and with a beginning of a question now and then. */
function withoutOne(line, random) {
  const words = line.split(/\s+/);
  if (words.length > 2) words.splice(Math.floor(random() * words.length), 1);
  return words.join(' ');
}

/** Of a public set's answer: the shortest training question as its title, a few more as its text. */
function fromPublicSet({ lang, train, test }, random) {
  const byLabel = new Map();
  for (const { t, y } of train) byLabel.set(y, [...(byLabel.get(y) ?? []), t]);
  const pages = [...byLabel].map(([id, lines]) => {
    const [title = '', ...rest] = lines.slice(0, 7).sort((a, b) => a.length - b.length);
    return { id, kind: 'article', texts: { [lang]: { title, body: rest.slice(0, 4).join('\n'), examples: [] } } };
  });
  const asked = test.filter(({ y }) => y !== null && random() < 500 / test.length);
  return {
    pages,
    questions: asked.map(({ t, y }) => ({ id: y, language: lang, text: t, kind: 'public' })),
    most: 1,
  };
}

export async function pageCases() {
  const random = seeded(11);
  const { product, vocabulary } = await productIntents();
  const cases = [];
  for (const name of helpCentres()) {
    const centre = await fromHelpCentre(name, random);
    cases.push(...askPages({ ...centre, product, vocabulary, random }));
  }
  for (const name of ['covidfaq-fr', 'cdtn-fr', 'clinc150']) {
    const set = readDataset(name);
    if (set) cases.push(...askPages({ ...fromPublicSet(set, random), product, vocabulary, random }));
  }
  return cases;
}
