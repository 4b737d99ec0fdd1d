import { newStemmer } from 'snowball-stemmers';
import type { Language } from '../intent.js';
import type { LanguageRules } from '../languages/language-rules.js';
import { rulesOf } from '../languages/rules-of.js';
import { settings } from '../settings.js';
import { finish, hashText } from './hash.js';

/** What is known of one word in one language. */
export interface WordEntry {
  readonly word: string;
  readonly stem: string;
  readonly stop: boolean;
  readonly wordKey: number;
  readonly stemKey: number;
  /** Keys of the character n-grams of " word "; none for codes. */
  readonly grams: Int32Array;
}

/** Words of one language, analysed once each. */
export interface Lexicon {
  readonly rules: LanguageRules;
  entry(word: string): WordEntry;
  /** The key of words with this stem. */
  keyOf(stem: string): number;
}

const [SHORTEST_GRAM, LONGEST_GRAM] = [Math.min(...settings.gramLengths), Math.max(...settings.gramLengths)];
const WORD = 0x11;
const STEM = 0x22;
const GRAM = 0x33;
/** A forgotten entry is made again; an endless cache would be a leak, as customers type ever new words. */
const MOST_ENTRIES = 200_000;

/** Stemming is the dearest step of the analysis: all indexes of a process share what is known of words. */
const opened = new Map<Language, Lexicon>();

/** The lexicon of a language. Pure: a cache is all that it keeps. */
export function openLexicon(language: Language): Lexicon {
  const held = opened.get(language) ?? createLexicon(language);
  opened.set(language, held);
  return held;
}

function createLexicon(language: Language): Lexicon {
  const rules = rulesOf(language);
  const stemmer = rules.stemmer === undefined ? undefined : newStemmer(rules.stemmer);
  const entries = new Map<string, WordEntry>();
  return {
    rules,
    keyOf: (stem) => hashText(stem, STEM),
    entry: (word) => {
      const known = entries.get(word);
      if (known) return known;
      if (entries.size >= MOST_ENTRIES) entries.clear();
      const code = isCode(word);
      const stem = stemmer && !code && word.length > 2 ? stemmer.stem(word) : word;
      const made = {
        word,
        stem,
        stop: rules.stop.has(word),
        wordKey: hashText(code ? '#' : word, WORD),
        stemKey: hashText(code ? '#' : stem, STEM),
        grams: code ? new Int32Array(0) : gramKeys(word),
      };
      // What may be a key or a number of somebody's is not remembered, even by a cache.
      if (!code && !/\d/.test(word)) entries.set(word, made);
      return made;
    },
  };
}

/** Keys, identifiers, order numbers: letters and digits mixed at length. They mean nothing to us, and may be secret. */
export function isCode(word: string): boolean {
  return word.length >= 4 && /\d/.test(word) && (word.length >= 12 || /^\d+$/.test(word));
}

function gramKeys(word: string): Int32Array {
  const text = ` ${word} `;
  const keys = new Int32Array(text.length * settings.gramLengths.length);
  let end = 0;
  for (let from = 0; from + SHORTEST_GRAM <= text.length; from++) {
    let hash = 0x811c9dc5 ^ GRAM;
    const last = Math.min(text.length, from + LONGEST_GRAM);
    for (let to = from; to < last; to++) {
      hash = Math.imul(hash ^ text.charCodeAt(to), 0x01000193);
      if (to - from >= SHORTEST_GRAM - 1) keys[end++] = finish(hash);
    }
  }
  return keys.slice(0, end);
}
