import type { AcrossView } from '../across/across-view.js';
import type { Margins, Model } from '../classifier/train-model.js';
import { ANY_ARTICLE } from '../classifier/train-on-corpus.js';
import { matchPages } from '../corpus/match-pages.js';
import { NO_PAGE, pageEvidence } from '../corpus/page-evidence.js';
import { type PageQuery, pageQueryOf } from '../corpus/page-query.js';
import { pageTermsOf } from '../corpus/page-terms.js';
import type { TrainingCorpus } from '../corpus/training-corpus.js';
import type { TrainingExample } from '../corpus/training-examples-of.js';
import type { Language } from '../intent.js';
import { nearestExamples } from '../retrieval/nearest-examples.js';
import { coverWords } from '../retrieval/word-coverage.js';
import { settings } from '../settings.js';
import type { ReadText } from '../text/read-utterance.js';
import { type FeatureText, textFeatures } from '../text/text-features.js';
import { FORMS, type UtteranceEvidence } from './decision.js';
import { type GatheredSigns, type Scored, scoreIntents } from './score-intents.js';
import { type Task, taskOf } from './task-evidence.js';

/** All that speaks for and against each intent, before it is judged. */
export interface Evidence {
  readonly read: ReadText;
  readonly language: Language;
  readonly utterance: UtteranceEvidence;
  readonly task: Task;
  /** Intents that are meant only when nothing else is said, where something else is said. */
  readonly beyond: ReadonlySet<string>;
  /** Whether it is in a language that no article is in. */
  readonly isForeign: boolean;
  /** Best first. */
  readonly scored: readonly Scored[];
}

const SILENT: Margins = { own: 0, topic: 0, kind: 0 };

/** What is left out, to see what would be believed without it. */
export interface LeftOut {
  /** Examples, by their numbers. */
  readonly isAway: (number: number) => boolean;
  readonly isHidden: (intent: string) => boolean;
}

/** Gathers what speaks for each intent. */
export function gatherEvidence(
  corpus: TrainingCorpus,
  model: Model | undefined,
  text: string,
  language: Language,
  without?: LeftOut,
  across?: AcrossView,
): Evidence {
  const foreign = across?.isForeign(language) ? across : undefined;
  const read = corpus.readMeant(text, language, foreign && ((word) => foreign.knows(word, language)));
  const letters = [...new Set(read.whole.words)].join('').length;
  const maker = corpus.reader.maker(language);
  const parts = partsOf(read);
  const signs = new Map<string, GatheredSigns>();
  const signsOf = (id: string): GatheredSigns => {
    const held = signs.get(id) ?? {
      margins: SILENT,
      clause: SILENT,
      similarity: 0,
      refused: 0,
      nearest: -1,
      support: 0,
      coverage: 0,
      page: NO_PAGE,
      unsaid: 0,
      across: 0,
    };
    signs.set(id, held);
    return held;
  };
  const hasExamples = corpus.hasExamples();
  /** Titles and headings are parts of a page, and count as such. */
  const isOwnLine = ({ intent, role }: TrainingExample) =>
    hasExamples || role === 'example' || corpus.intents.get(intent)?.kind !== 'article';
  /** What the classifier says of all articles together, where they have no examples. */
  let [anyArticle, anyClause] = [SILENT, SILENT];
  for (const [i, line] of parts.entries()) {
    const asked = corpus.store.lookUp((sink) => void textFeatures(maker, line, sink));
    const margins = model?.predict(asked);
    for (const [k, id] of (model?.intents ?? []).entries()) {
      const said = margins?.(k) ?? SILENT;
      if (id === ANY_ARTICLE) {
        if (i === 0) anyArticle = said;
        anyClause = i <= 1 ? said : highest(anyClause, said);
        continue;
      }
      const held = signsOf(id);
      if (i === 0) held.margins = said;
      held.clause = i <= 1 ? said : highest(held.clause, said);
    }
    const neighbours = nearestExamples(
      corpus.store.postings,
      asked,
      settings.neighbours * (without ? settings.spareNeighbours : 1),
      corpus.rank,
      i === 0 ? settings.mostVisits : settings.mostClauseVisits,
    )
      .filter(({ line }) => !without?.isAway(line))
      .slice(0, settings.neighbours);
    const all = neighbours.reduce((sum, { similarity }) => sum + similarity, 0);
    for (const { line: number, similarity } of neighbours) {
      const near = corpus.example(number);
      if (!near) continue;
      const held = signsOf(near.intent);
      if (i === 0 && near.role !== 'not') held.support += similarity / all;
      if (near.role === 'not') held.refused = Math.max(held.refused, similarity);
      else if (similarity > held.similarity && isOwnLine(near)) Object.assign(held, { similarity, nearest: number });
    }
  }
  const entries = read.whole.words.map((word) => maker.lexicon.entry(word));
  const forms = maker.forms(read.whole.words, []);
  const small = new Set(forms.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  const content = entries.filter(({ stop, grams }, i) => !stop && !small.has(i) && grams.length > 0);
  if (hasExamples) coverByWords(corpus, content, signsOf, without);
  else {
    const asked = pageTermsOf(
      maker,
      read.whole.words,
      (i) => small.has(i),
      foreign && ((word) => foreign.translations(word, language)),
    );
    coverByPages(corpus, pageQueryOf(corpus.pages, asked), foreign ? undefined : language, signsOf);
    for (const [id, held] of signs)
      if (corpus.intents.get(id)?.kind === 'article') Object.assign(held, { margins: anyArticle, clause: anyClause });
  }
  for (const [id, held] of signs)
    if (held.nearest >= 0 && corpus.intents.get(id)?.kind === 'command') {
      const said = corpus.stemsOf(held.nearest);
      const left = content.filter(({ stemKey }) => !said.has(stemKey));
      held.unsaid = content.length === 0 ? 0 : left.length / content.length;
    }
  const beyond = new Set(
    [...signs.keys()].filter(
      (id) => corpus.intents.get(id)?.whole === true && content.some(({ stemKey }) => !corpus.saidBy(id).has(stemKey)),
    ),
  );
  if (foreign && hasExamples)
    for (const [id, likeness] of foreign.likeness(read.whole, language, without)) signsOf(id).across = likeness;
  const strange = content.filter(({ stemKey }) => {
    const id = corpus.store.find(stemKey, 1);
    return id < 0 || corpus.store.postings.frequency(id) < settings.rarestFeature;
  });
  const task = taskOf(corpus, read, language);
  const utterance: UtteranceEvidence = {
    words: read.whole.words.length,
    clauses: parts.length,
    unknown: content.length === 0 ? 0 : strange.length / content.length,
    scarcity: 1 / Math.sqrt(Math.max(1, corpus.store.postings.size / Math.max(1, corpus.intents.size))),
    otherProduct: read.products.some(({ role }) => role === 'other'),
    actions: task.actions.length,
    foreignActions: task.actions.filter(corpus.actions.isForeignToAll).length,
    forms: foreign && FORMS.map((form) => forms.some(({ name }) => name === `~${form}`)),
  };
  return {
    read,
    language,
    utterance,
    task,
    beyond,
    isForeign: foreign !== undefined,
    scored:
      letters < settings.fewestLetters
        ? []
        : scoreIntents(corpus, signs, task, utterance, model !== undefined, foreign !== undefined),
  };
}

type SignsOf = (id: string) => GatheredSigns;

function coverByWords(
  corpus: TrainingCorpus,
  content: readonly { readonly stemKey: number }[],
  signsOf: SignsOf,
  without: LeftOut | undefined,
): void {
  const stems = content.map(({ stemKey }) => corpus.texts.find(stemKey));
  const present = stems.filter((id) => id >= 0);
  for (const { document, coverage } of coverWords(
    corpus.texts.postings,
    present,
    stems.length - present.length,
    settings.candidates,
    corpus.texts.rank,
  )) {
    const id = corpus.texts.intentOf(document);
    if (without?.isHidden(id)) continue;
    const held = signsOf(id);
    held.coverage = Math.max(held.coverage, coverage);
  }
}

/** The same where pages are all that is known of articles: part by part. */
function coverByPages(
  { pages }: TrainingCorpus,
  query: PageQuery,
  language: Language | undefined,
  signsOf: SignsOf,
): void {
  if (query.weight === 0) return;
  for (const { page, coverage } of matchPages(pages, query, language, settings.candidates)) {
    const held = signsOf(pages.intentOf(page));
    if (coverage > held.coverage) Object.assign(held, { coverage, page: pageEvidence(pages, page, query) });
  }
}

/** The whole, and its clauses when it is long enough to be a story. */
function partsOf({ whole, clauses }: ReadText): readonly FeatureText[] {
  if (whole.words.length < settings.shortestStory) return [whole];
  const told = clauses.filter(({ words }) => words.length >= settings.shortestClause).slice(-settings.mostClauses);
  return told.length > 1 ? [whole, ...told] : [whole];
}

function highest(a: Margins, b: Margins): Margins {
  return { own: Math.max(a.own, b.own), topic: Math.max(a.topic, b.topic), kind: Math.max(a.kind, b.kind) };
}
