import { foldText } from './fold-text.js';
import type { Intent, Language } from './intent.js';
import { createKeyTable, type KeyTable } from './key-table.js';
import { lineFeatures } from './line-features.js';
import { createLineStore, type LineStore, type LineStoreDump } from './line-store.js';
import { type KnownLine, linesOf } from './lines-of.js';
import { createPostings, type Postings, type PostingsDump } from './postings.js';
import { createReader, type Reader, type ReadText } from './read-utterance.js';
import { createSpeller, type Speller } from './speller.js';
import type { Vocabulary } from './vocabulary.js';

/** Everything that an index knows, before anything is concluded from it. */
export interface Library {
  readonly reader: Reader;
  readonly intents: ReadonlyMap<string, Intent>;
  /** Languages that intents have texts in, in order. */
  languages(): readonly Language[];
  /** All short lines, features by line. */
  readonly store: LineStore;
  /** What each line of the store is. */
  line(number: number): KnownLine | undefined;
  /** Numbers of the lines that count now, in the order of their intents' ids: the same however the library came about. */
  numbers(): number[];
  /** A line's place among `numbers`. */
  rank(number: number): number;
  /** Whole articles, stems by article and language. */
  readonly texts: {
    readonly stems: KeyTable;
    readonly postings: Postings;
    intentOf(document: number): string;
    rank(document: number): number;
  };
  /** Reads a text as it was meant; unknown words are taken for near ones. */
  readMeant(text: string, language: Language): ReadText;
  add(intent: Intent): void;
  remove(id: string): void;
  dump(): LibraryDump;
}

/** All that is needed to make the same library again, besides the vocabularies. */
export interface LibraryDump {
  readonly intents: readonly Intent[];
  /** Numbers of lines and documents by intent. */
  readonly places: readonly (readonly [string, Place])[];
  readonly words: readonly (readonly [Language, readonly (readonly [string, number])[]])[];
  readonly store: LineStoreDump;
  readonly stems: Int32Array;
  readonly postings: PostingsDump;
}

interface Place {
  readonly lines: readonly number[];
  readonly documents: readonly number[];
}

/** How often a word of each field counts in its article; examples are found as lines. */
const FIELD_WEIGHTS = { title: 4, heading: 2, example: 0, not: 0 } as const;

export function createLibrary(vocabularies: Readonly<Record<Language, Vocabulary>>, dumped?: LibraryDump): Library {
  const reader = createReader(vocabularies);
  const store = createLineStore(dumped?.store);
  const stems = createKeyTable(1024, dumped?.stems);
  const postings = createPostings(dumped?.postings);
  const intents = new Map<string, Intent>(dumped?.intents.map((intent) => [intent.id, intent]));
  const known: KnownLine[] = [];
  const owners: string[] = [];
  const places = new Map<string, Place>(dumped?.places);
  const words = new Map<Language, Map<string, number>>(
    dumped?.words.map(([language, counts]) => [language, new Map(counts)]),
  );
  for (const [id, { lines, documents }] of places) {
    const intent = intents.get(id);
    for (const [i, line] of (intent ? linesOf(intent) : []).entries()) known[lines[i] ?? -1] = line;
    for (const document of documents) owners[document] = id;
  }
  const spellings = new Map<Language, ReadonlyMap<string, string>>();
  const spellers = new Map<Language, Speller>();

  const spellingOf = (language: Language) => {
    const held =
      spellings.get(language) ??
      new Map(Object.entries(vocabularies[language]?.spelling ?? {}).map(([from, to]) => [foldText(from), to]));
    spellings.set(language, held);
    return held;
  };
  const readKnown = (text: string, language: Language) => {
    const spelling = spellingOf(language);
    return reader.read(text, language, spelling.size === 0 ? undefined : (word) => spelling.get(word)).whole;
  };
  const countWords = (language: Language, list: readonly string[], by: 1 | -1) => {
    const counts = words.get(language) ?? new Map<string, number>();
    words.set(language, counts);
    for (const word of list) {
      const left = (counts.get(word) ?? 0) + by;
      if (left > 0) counts.set(word, left);
      else counts.delete(word);
    }
    spellers.delete(language);
  };
  const addText = (intent: Intent, language: Language, counts: Map<number, number>) => {
    const body = intent.texts[language]?.body;
    if (body !== undefined) {
      const { words: list } = readKnown(body, language);
      countStems(counts, list, language, 1);
      countWords(language, list, 1);
    }
    for (const [key, times] of counts) if (times > 0) postings.put(stems.add(key), times);
    const document = postings.close();
    owners[document] = intent.id;
    return document;
  };
  const countStems = (counts: Map<number, number>, list: readonly string[], language: Language, weight: number) => {
    const { lexicon } = reader.maker(language);
    for (const word of list) {
      const { stop, stemKey } = lexicon.entry(word);
      if (!stop) counts.set(stemKey, (counts.get(stemKey) ?? 0) + weight);
    }
  };

  let ranks: Int32Array | undefined;
  let documentRanks: Int32Array | undefined;
  const numbers = () => [...places.keys()].sort().flatMap((id) => places.get(id)?.lines ?? []);

  const remove = (id: string) => {
    ranks = undefined;
    documentRanks = undefined;
    const place = places.get(id);
    const intent = intents.get(id);
    if (!place || !intent) return;
    for (const number of place.lines) {
      store.postings.remove(number);
      const line = known[number];
      if (line && line.role !== 'not') countWords(line.language, readKnown(line.text, line.language).words, -1);
    }
    for (const [language, text] of Object.entries(intent.texts))
      if (intent.kind === 'article' && text?.body !== undefined)
        countWords(language, readKnown(text.body, language).words, -1);
    for (const document of place.documents) postings.remove(document);
    intents.delete(id);
    places.delete(id);
  };
  return {
    reader,
    intents,
    store,
    languages: () =>
      [...words]
        .filter(([, counts]) => counts.size > 0)
        .map(([language]) => language)
        .sort(),
    line: (number) => known[number],
    numbers,
    rank: (number) => {
      ranks ??= ranksOf(numbers(), known.length);
      return ranks[number] ?? -1;
    },
    texts: {
      stems,
      postings,
      intentOf: (document) => owners[document] ?? '',
      rank: (document) => {
        documentRanks ??= ranksOf([...places.keys()].sort().flatMap((id) => places.get(id)?.documents ?? []), owners.length);
        return documentRanks[document] ?? -1;
      },
    },
    readMeant: (text, language) => {
      const speller =
        spellers.get(language) ??
        createSpeller({
          words: words.get(language) ?? new Map(),
          spelling: spellingOf(language),
          rules: reader.maker(language).lexicon.rules,
        });
      spellers.set(language, speller);
      return reader.read(text, language, speller);
    },
    add: (intent) => {
      remove(intent.id);
      intents.set(intent.id, intent);
      const lines: number[] = [];
      const documents: number[] = [];
      places.set(intent.id, { lines, documents });
      const counts = new Map<Language, Map<number, number>>();
      for (const line of linesOf(intent)) {
        const read = readKnown(line.text, line.language);
        const number = store.add((sink) => void lineFeatures(reader.maker(line.language), read, sink));
        known[number] = line;
        lines.push(number);
        if (line.role === 'not') continue;
        countWords(line.language, read.words, 1);
        if (intent.kind !== 'article') continue;
        const stemsOf = counts.get(line.language) ?? new Map<number, number>();
        counts.set(line.language, stemsOf);
        if (FIELD_WEIGHTS[line.role] > 0) countStems(stemsOf, read.words, line.language, FIELD_WEIGHTS[line.role]);
      }
      for (const [language, stemsOf] of counts) documents.push(addText(intent, language, stemsOf));
    },
    remove,
    dump: () => ({
      intents: [...intents.values()],
      places: [...places],
      words: [...words].map(([language, counts]) => [language, [...counts]] as const),
      store: store.dump(),
      stems: stems.keys(),
      postings: postings.dump(),
    }),
  };
}

/** place → number turned into number → place. */
function ranksOf(numbers: readonly number[], count: number): Int32Array {
  const ranks = new Int32Array(count);
  for (const [place, number] of numbers.entries()) ranks[number] = place;
  return ranks;
}
