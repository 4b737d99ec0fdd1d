import type { Language } from '../intent.js';
import { foldText } from './fold-text.js';
import type { Reader } from './read-utterance.js';
import { createSpeller, type Speller } from './speller.js';
import type { Vocabulary } from './vocabulary.js';

/** The words of a knowledge base by language, and how unknown ones are read as known ones. */
export interface KnownWords {
  /** Languages that have words, in order. */
  languages(): readonly Language[];
  /** Counts words in, or out again (-1). */
  count(language: Language, words: readonly string[], by: 1 | -1): void;
  /** What an abbreviation stands for. */
  spelledOut(word: string, language: Language): string | undefined;
  speller(language: Language): Speller;
  /**
   * A text that is still being typed, with its last word completed to the most frequent known one that begins like it;
   * the text itself when that is a known word already, or too short.
   */
  completed(text: string, language: Language): string;
  dump(): WordsDump;
}

export type WordsDump = readonly (readonly [Language, readonly (readonly [string, number])[]])[];

const SHORTEST_BEGINNING = 2;

/**
 * @param vocabularies their spellings count as known words that are meant otherwise
 * @param dumped what `dump` gave
 */
export function createKnownWords(
  reader: Reader,
  vocabularies: Readonly<Record<Language, Vocabulary>>,
  dumped: WordsDump = [],
): KnownWords {
  const words = new Map<Language, Map<string, number>>(dumped.map(([language, counts]) => [language, new Map(counts)]));
  const spellings = new Map<Language, ReadonlyMap<string, string>>();
  const spellers = new Map<Language, Speller>();
  const spellingOf = (language: Language) => {
    const held =
      spellings.get(language) ??
      new Map(Object.entries(vocabularies[language]?.spelling ?? {}).map(([from, to]) => [foldText(from), to]));
    spellings.set(language, held);
    return held;
  };
  return {
    languages: () =>
      [...words]
        .filter(([, counts]) => counts.size > 0)
        .map(([language]) => language)
        .sort(),
    count: (language, list, by) => {
      const counts = words.get(language) ?? new Map<string, number>();
      words.set(language, counts);
      for (const word of list) {
        const left = (counts.get(word) ?? 0) + by;
        if (left > 0) counts.set(word, left);
        else counts.delete(word);
      }
      spellers.delete(language);
    },
    spelledOut: (word, language) => spellingOf(language).get(word),
    speller: (language) => {
      const { rules } = reader.maker(language).lexicon;
      const speller =
        spellers.get(language) ??
        createSpeller({ words: words.get(language) ?? new Map(), spelling: spellingOf(language), rules });
      spellers.set(language, speller);
      return speller;
    },
    completed: (text, language) => {
      const beginning = /[\p{L}\p{N}]+$/u.exec(foldText(text))?.[0] ?? '';
      const counts = words.get(language);
      if (!counts || counts.has(beginning) || beginning.length < SHORTEST_BEGINNING) return text;
      const word = mostFrequent(beginning, counts);
      return word === undefined ? text : `${text.slice(0, -beginning.length)}${word}`;
    },
    dump: () => [...words].map(([language, counts]) => [language, [...counts]] as const),
  };
}

/** Of the words that begin like this; of equally frequent ones the first in the alphabet. */
function mostFrequent(beginning: string, counts: ReadonlyMap<string, number>): string | undefined {
  let [best, most]: [string | undefined, number] = [undefined, 0];
  for (const [word, count] of counts)
    if (word.startsWith(beginning) && (count > most || (count === most && best !== undefined && word < best)))
      [best, most] = [word, count];
  return best;
}
