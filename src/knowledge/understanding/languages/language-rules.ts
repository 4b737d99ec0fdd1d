/**
 * What the analysis knows of one language. All words are folded (lower case, no accents). `forms` are the small words
 * that tell a "how do I" from a "look at mine": they are never dropped, and they mean the same in every language, so
 * that what is learned in one language helps the others.
 */
export interface LanguageRules {
  /** Snowball's name of the language; absent: words are kept whole. */
  readonly stemmer?: string;
  /** Words that say nothing about the subject. Negations and "without" are not among them. */
  readonly stop: ReadonlySet<string>;
  /** form → words or phrases of up to three words. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
  /** Words that tell when: what comes behind them is an event, not what is wanted done ("before the import"). */
  readonly timing: ReadonlySet<string>;
  /** Words that begin a new clause. */
  readonly joins: ReadonlySet<string>;
  /** How a word sounds, for words that are written as they are heard. */
  readonly sound?: (word: string) => string;
}

/** A list of words as a set: `words('le la les')`. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** A comma-separated list of words and phrases. */
export function phrases(list: string): readonly string[] {
  return list.split(',').map((phrase) => phrase.trim());
}
