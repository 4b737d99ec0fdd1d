import type { Intent, Language } from '../intent.js';
import { createExampleStore, type ExampleStore, type ExampleStoreDump } from '../retrieval/example-store.js';
import { ranksOf } from '../retrieval/ranks-of.js';
import { settings } from '../settings.js';
import { actionsOf } from '../text/actions-of.js';
import { createKnownWords, type KnownWords, type WordsDump } from '../text/known-words.js';
import { createReader, type Reader, type ReadText } from '../text/read-utterance.js';
import { textFeatures } from '../text/text-features.js';
import type { Vocabulary } from '../text/vocabulary.js';
import { type ActionProfiles, createActionProfiles } from './action-profiles.js';
import { type ArticleTexts, createArticleTexts, FIELD_WEIGHTS, type TextsDump } from './article-texts.js';
import { pagePartsOf } from './page-parts-of.js';
import { createPageStore, type PageStore, type PagesDump } from './page-store.js';
import { type TrainingExample, trainingExamplesOf } from './training-examples-of.js';

/** Everything that an index knows, before anything is concluded from it. */
export interface TrainingCorpus {
  readonly reader: Reader;
  readonly intents: ReadonlyMap<string, Intent>;
  /** Languages that intents have texts in, in order. */
  languages(): readonly Language[];
  /** Languages that articles are in, in order. */
  articleLanguages(): readonly Language[];
  /** All short lines, features by line. */
  readonly store: ExampleStore;
  /** What each line of the store is. */
  example(number: number): TrainingExample | undefined;
  /** The stems of a line's words of content. */
  stemsOf(number: number): ReadonlySet<number>;
  /** The stems of all that an intent's lines say, in every language. */
  saidBy(id: string): ReadonlySet<number>;
  /** Numbers of the lines that count now, in the order of their intents' ids: the same however the corpus came about. */
  numbers(): number[];
  /** A line's place among `numbers`. */
  rank(number: number): number;
  readonly texts: ArticleTexts;
  readonly pages: PageStore;
  /** Whether its articles have examples enough to learn from; otherwise their pages alone tell what they answer. */
  hasExamples(): boolean;
  /** What its intents do. */
  readonly actions: ActionProfiles;
  readonly completed: KnownWords['completed'];
  /** Reads a text as it was meant; words that are neither known here nor to `isKnown` are taken for near ones. */
  readMeant(text: string, language: Language, isKnown?: (word: string) => boolean): ReadText;
  /** Adds an intent, or replaces the one with its id. */
  add(intent: Intent): void;
  /** Takes an intent out; nothing happens when there is none with this id. */
  remove(id: string): void;
  /** Plain data and typed arrays, for {@link createTrainingCorpus}. */
  dump(): CorpusDump;
}

/** All that is needed to make the same corpus again, besides the vocabularies. */
export interface CorpusDump {
  readonly intents: readonly Intent[];
  /** Numbers of lines and documents by intent. */
  readonly places: readonly (readonly [string, StoredPlace])[];
  readonly words: WordsDump;
  readonly store: ExampleStoreDump;
  readonly actions: ReturnType<ActionProfiles['dump']>;
  readonly texts: TextsDump;
  readonly pages: PagesDump;
}

interface StoredPlace {
  readonly lines: readonly number[];
  readonly documents: readonly number[];
  readonly pages: readonly number[];
}

/**
 * Makes a corpus, empty or as it was dumped. Adding intents in any order gives the same corpus.
 * @param vocabularies words of the trade and names of products, by language; those of a dump must be the same as then
 * @param dumped what {@link TrainingCorpus.dump} gave, whole; it is not checked again
 */
export function createTrainingCorpus(
  vocabularies: Readonly<Record<Language, Vocabulary>>,
  dumped?: CorpusDump,
): TrainingCorpus {
  const reader = createReader(vocabularies);
  const store = createExampleStore(dumped?.store);
  const words = createKnownWords(reader, vocabularies, dumped?.words);
  const actions = createActionProfiles(dumped?.actions);
  const intents = new Map<string, Intent>(dumped?.intents.map((intent) => [intent.id, intent]));
  const places = new Map<string, StoredPlace>(dumped?.places);
  const texts = createArticleTexts(
    reader,
    () => [...places.keys()].sort().flatMap((id) => places.get(id)?.documents ?? []),
    dumped?.texts,
  );
  const pages = createPageStore(
    () => [...places.keys()].sort().flatMap((id) => places.get(id)?.pages ?? []),
    dumped?.pages,
  );
  /** Examples and titles of articles. */
  let [examples, titles] = [0, 0];
  const articlesIn = new Map<Language, number>();
  const countExamples = ({ kind, texts: versions }: Intent, by: 1 | -1) => {
    if (kind !== 'article') return;
    for (const [language, version] of Object.entries(versions)) {
      articlesIn.set(language, (articlesIn.get(language) ?? 0) + by);
      titles += by;
      examples += by * (version?.examples.length ?? 0);
    }
  };
  const known: TrainingExample[] = [];
  const stems = new Map<number, ReadonlySet<number>>();
  let ranks: Int32Array | undefined;
  for (const [id, { lines, documents, pages: held }] of places) {
    const intent = intents.get(id);
    if (intent) countExamples(intent, 1);
    for (const [i, language] of Object.keys(intent?.texts ?? {})
      .sort()
      .entries())
      pages.own(held[i] ?? -1, id, language);
    for (const [i, line] of (intent ? trainingExamplesOf(intent) : []).entries()) known[lines[i] ?? -1] = line;
    for (const document of documents) texts.own(document, id);
  }

  const readKnown = ({ text, language }: TrainingExample) =>
    reader.read(text, language, (word) => words.spelledOut(word, language)).whole;
  const bodyOf = (intent: Intent, language: Language) => {
    const body = intent.kind === 'article' ? intent.texts[language]?.body : undefined;
    return body === undefined ? [] : reader.readBody(body, language);
  };
  const numbers = () => [...places.keys()].sort().flatMap((id) => places.get(id)?.lines ?? []);
  const stemsOf = (number: number): ReadonlySet<number> => {
    const held = stems.get(number);
    if (held) return held;
    const line = known[number];
    const { lexicon } = reader.maker(line?.language ?? '');
    const made = new Set((line ? readKnown(line).words : []).map((word) => lexicon.entry(word).stemKey));
    stems.set(number, made);
    return made;
  };
  const said = new Map<string, ReadonlySet<number>>();
  const remove = (id: string) => {
    ranks = undefined;
    said.delete(id);
    const place = places.get(id);
    const intent = intents.get(id);
    if (!place || !intent) return;
    for (const number of place.lines) {
      store.postings.remove(number);
      stems.delete(number);
      const line = known[number];
      if (line && line.role !== 'not') words.count(line.language, readKnown(line).words, -1);
    }
    for (const language of Object.keys(intent.texts)) words.count(language, bodyOf(intent, language), -1);
    for (const document of place.documents) texts.remove(document);
    for (const page of place.pages) pages.remove(page);
    countExamples(intent, -1);
    actions.remove(id);
    intents.delete(id);
    places.delete(id);
  };

  return {
    reader,
    intents,
    store,
    texts,
    pages,
    hasExamples: () => examples >= titles * settings.fewestExamples,
    actions,
    numbers,
    remove,
    languages: words.languages,
    articleLanguages: () => [...articlesIn].flatMap(([language, count]) => (count > 0 ? [language] : [])).sort(),
    example: (number) => known[number],
    stemsOf,
    saidBy: (id) => {
      const held = said.get(id);
      if (held) return held;
      const all = new Set((places.get(id)?.lines ?? []).flatMap((number) => [...stemsOf(number)]));
      said.set(id, all);
      return all;
    },
    rank: (number) => {
      ranks ??= ranksOf(numbers(), known.length);
      return ranks[number] ?? -1;
    },
    completed: words.completed,
    readMeant: (text, language, isKnown = () => false) => {
      const speller = words.speller(language);
      return reader.read(text, language, (word) => (isKnown(word) ? undefined : speller(word)));
    },
    add: (intent) => {
      remove(intent.id);
      intents.set(intent.id, intent);
      const lines = trainingExamplesOf(intent);
      const place = { lines: [] as number[], documents: [] as number[], pages: [] as number[] };
      countExamples(intent, 1);
      places.set(intent.id, place);
      const fields = new Map<Language, { words: readonly string[]; weight: number }[]>();
      const done: (readonly string[])[] = [];
      for (const line of lines) {
        const read = readKnown(line);
        if (line.role !== 'not') done.push(actionsOf(reader.maker(line.language), read.words));
        const number = store.add((sink) => void textFeatures(reader.maker(line.language), read, sink));
        known[number] = line;
        place.lines.push(number);
        if (line.role !== 'not') words.count(line.language, read.words, 1);
        const weight = FIELD_WEIGHTS[line.role];
        if (weight === 0) continue;
        const held = fields.get(line.language);
        if (held) held.push({ words: read.words, weight });
        else fields.set(line.language, [{ words: read.words, weight }]);
      }
      const bodies = Object.keys(intent.texts)
        .sort()
        .map((language) => ({ language, body: bodyOf(intent, language) }));
      const told = () => [...new Set(bodies.flatMap(({ language, body }) => actionsOf(reader.maker(language), body)))];
      actions.set(intent.id, intent.kind === 'article' || intent.kind === 'check', done, told);
      if (intent.kind !== 'article') return;
      for (const { language, body } of bodies) {
        words.count(language, body, 1);
        place.documents.push(
          texts.add(intent.id, language, [...(fields.get(language) ?? []), { words: body, weight: 1 }]),
        );
        place.pages.push(pages.add(pagePartsOf(intent, language, reader)));
      }
    },
    dump: () => ({
      intents: [...intents.values()],
      places: [...places],
      words: words.dump(),
      store: store.dump(),
      actions: actions.dump(),
      texts: texts.dump(),
      pages: pages.dump(),
    }),
  };
}
