import type { Language } from '../intent.js';
import { settings } from '../settings.js';
import type { Reader } from '../text/read-utterance.js';
import type { FeatureText } from '../text/text-features.js';
import type { Vocabulary } from '../text/vocabulary.js';
import { scaledToOne, type WordVector, type WordVectors } from './word-vectors.js';

/** Where texts lie in the space that languages share. */
export interface TextVectors {
  readonly dimensions: number;
  /** Whether a word, as it is typed, has a place of its own. */
  knows(word: string, language: Language): boolean;
  /** Where a single word lies, of length 1; undefined when it has no place. */
  ofWord(word: string, language: Language): Float32Array | undefined;
  /** Of length 1; undefined when none of its words has a place. */
  of(text: FeatureText, language: Language): Float32Array | undefined;
}

/** Letters of the shortest part of a compound. */
const SHORTEST_PART = 4;

/**
 * A text lies where its words lie together, the rare ones counting more. Words that the vocabulary says mean the same are
 * one concept, which lies where its words of all languages do.
 */
export function openTextVectors(
  vectors: WordVectors,
  reader: Reader,
  vocabularies: Readonly<Record<Language, Vocabulary>>,
): TextVectors {
  const { dimensions, languages } = vectors;
  const stem = (word: string, language: Language) => reader.maker(language).lexicon.entry(word).stem;
  const find = (word: string, language: Language) => vectors.find(language, stem(word, language));

  /** The places of a word: its own; that of a word in another language (jargon travels); or of its parts. */
  const placesOf = (word: string, language: Language): readonly WordVector[] => {
    const own = find(word, language);
    if (own) return [own];
    if (word.length < SHORTEST_PART || reader.maker(language).lexicon.entry(word).stop) return [];
    for (const other of languages) {
      const theirs = find(word, other);
      if (theirs) return [theirs];
    }
    return partsOf(word, language);
  };
  /** "benachrichtigungseinstellung" → benachrichtigung, einstellung: the longest known parts from its beginning on. */
  const partsOf = (word: string, language: Language): readonly WordVector[] => {
    const parts: WordVector[] = [];
    for (let from = 0; from + SHORTEST_PART <= word.length; ) {
      let to = word.length;
      let part: WordVector | undefined;
      for (; to - from >= SHORTEST_PART && !part; to--) part = find(word.slice(from, to), language);
      if (part) parts.push(part);
      from = part ? to + 1 : from + 1;
    }
    return parts;
  };
  const remembered = new Map<string, readonly WordVector[]>();
  const places = (word: string, language: Language): readonly WordVector[] => {
    const key = `${language}/${word}`;
    const held = remembered.get(key) ?? placesOf(word, language);
    // What may be somebody's number is not remembered, and an endless cache would be a leak.
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    if (!/\d/.test(word)) remembered.set(key, held);
    return held;
  };
  const add = (sum: Float32Array, { direction }: WordVector, weight: number) => {
    for (let k = 0; k < dimensions; k++) sum[k] = (sum[k] ?? 0) + weight * (direction[k] ?? 0);
  };
  const addWord = (sum: Float32Array, word: string, language: Language) => {
    for (const place of places(word, language)) add(sum, place, weightOf(place));
  };

  const concepts = conceptPlaces(vocabularies, dimensions, (phrase, language) => {
    const sum = new Float32Array(dimensions);
    for (const word of reader.readBody(phrase, language)) addWord(sum, word, language);
    return sum;
  });
  return {
    dimensions,
    knows: (word, language) => find(word, language) !== undefined,
    ofWord: (word, language) => {
      const sum = new Float32Array(dimensions);
      addWord(sum, word, language);
      return scaledToOne(sum) ? sum : undefined;
    },
    of: ({ words, product }, language) => {
      const { lexicon, concepts: findConcepts } = reader.maker(language);
      const entries = words.map((word) => lexicon.entry(word));
      const sum = new Float32Array(dimensions);
      let next = 0;
      for (const { name, from, to } of findConcepts(
        entries.map(({ word }) => word),
        entries.map((entry) => entry.stem),
      )) {
        const place = concepts.get(name);
        if (!place) continue;
        for (const word of wordsBetween(words, next, from, product)) addWord(sum, word, language);
        add(sum, place, settings.acrossConcept);
        next = to;
      }
      for (const word of wordsBetween(words, next, words.length, product)) addWord(sum, word, language);
      return scaledToOne(sum) ? sum : undefined;
    },
  };
}

const MOST_REMEMBERED = 20_000;

const weightOf = ({ rarity }: WordVector) =>
  Math.min(settings.acrossRarest, Math.max(0, rarity - settings.acrossUsual));

/** Words that are not the name of another product. */
const wordsBetween = (words: readonly string[], from: number, to: number, product: FeatureText['product']) =>
  words.slice(from, to).filter((_, i) => product?.(from + i) === undefined);

/** Where the concepts of the vocabularies lie: all phrases of all languages count the same. */
function conceptPlaces(
  vocabularies: Readonly<Record<Language, Vocabulary>>,
  dimensions: number,
  placeOf: (phrase: string, language: Language) => Float32Array,
): ReadonlyMap<string, WordVector> {
  const sums = new Map<string, Float32Array>();
  for (const [language, { synonyms = {} }] of Object.entries(vocabularies))
    for (const [concept, phrases] of Object.entries(synonyms)) {
      const sum = sums.get(concept) ?? new Float32Array(dimensions);
      sums.set(concept, sum);
      for (const phrase of phrases) {
        const place = placeOf(phrase, language);
        if (scaledToOne(place)) for (let k = 0; k < dimensions; k++) sum[k] = (sum[k] ?? 0) + (place[k] ?? 0);
      }
    }
  return new Map(
    [...sums].flatMap(([concept, direction]) =>
      scaledToOne(direction) ? [[concept, { direction, rarity: 0 }] as const] : [],
    ),
  );
}
