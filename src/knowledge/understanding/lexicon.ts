import { newStemmer } from 'snowball-stemmers';
import { finish, hashText } from './hash.js';
import type { Language } from './intent.js';
import type { LanguageRules } from './languages/language-rules.js';
import { rulesOf } from './languages/rules-of.js';
import { settings } from './settings.js';

const [SHORTEST_GRAM, LONGEST_GRAM] = [Math.min(...settings.gramLengths), Math.max(...settings.gramLengths)];

/** What is known of one word in one language. */
export interface WordEntry {
  readonly word: string;
  readonly stem: string;
  readonly stop: boolean;
  readonly wordKey: number;
  readonly stemKey: number;
  /** Keys of the character n-grams of the word between its borders. Empty for stop words, numbers and codes. */
  readonly grams: Int32Array;
}

/** Words of one language, analysed once each. */
export interface Lexicon {
  readonly rules: LanguageRules;
  entry(word: string): WordEntry;
}

const WORD = 0x11;
const STEM = 0x22;
const GRAM = 0x33;
/** A forgotten cache is refilled; an endless one would be a leak (words that customers type). */
const MOST_ENTRIES = 50_000;

/** Opens the lexicon of a language. Pure: a cache is all that it keeps. */
export function openLexicon(language: Language): Lexicon {
  const rules = rulesOf(language);
  const stemmer = rules.stemmer === undefined ? undefined : newStemmer(rules.stemmer);
  const entries = new Map<string, WordEntry>();
  const make = (word: string): WordEntry => {
    const stop = rules.stop.has(word);
    const code = isCode(word);
    const stem = stemmer && !code && word.length > 2 ? stemmer.stem(word) : word;
    return {
      word,
      stem,
      stop,
      wordKey: hashText(code ? '#' : word, WORD),
      stemKey: hashText(code ? '#' : stem, STEM),
      grams: code ? new Int32Array(0) : gramKeys(word),
    };
  };
  return {
    rules,
    entry: (word) => {
      const known = entries.get(word);
      if (known) return known;
      if (entries.size >= MOST_ENTRIES) entries.clear();
      const made = make(word);
      entries.set(word, made);
      return made;
    },
  };
}

/** Keys, identifiers, order numbers: letters and digits mixed at length. They mean nothing to us, and may be secret. */
export function isCode(word: string): boolean {
  if (word.length < 4) return false;
  return /\d/.test(word) && (word.length >= 12 || /^\d+$/.test(word));
}

/** Keys of the character n-grams of " word ", each once. */
function gramKeys(word: string): Int32Array {
  const text = ` ${word} `;
  const keys = new Set<number>();
  for (let from = 0; from < text.length; from++) {
    let hash = 0x811c9dc5 ^ GRAM;
    for (let to = from; to < Math.min(text.length, from + LONGEST_GRAM); to++) {
      hash = Math.imul(hash ^ text.charCodeAt(to), 0x01000193);
      if (to - from >= SHORTEST_GRAM - 1) keys.add(finish(hash));
    }
  }
  return Int32Array.from(keys);
}
