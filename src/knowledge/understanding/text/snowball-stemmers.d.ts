/** snowball-stemmers brings no types of its own. */
declare module 'snowball-stemmers' {
  export interface Stemmer {
    stem(word: string): string;
  }
  /** @throws when the language is not one of Snowball's */
  export function newStemmer(language: string): Stemmer;
}
