import { editsBetween } from '../../knowledge/understanding/text/speller.js';

/** Shorter words are typed as they are: one letter makes another word of them. */
const SHORTEST = 4;
/** From so many letters on a wrong letter is a typo; in shorter words only letters that changed places are. */
const LETTERS_OF_A_TYPO = 5;
const LETTERS_OF_TWO_TYPOS = 9;

/** Reads a word as the known one that it was meant to be, when it begins like it and is near enough. */
export function spelledAs(known: readonly string[]): (word: string) => string {
  const words = new Set(known);
  return (word) => {
    if (word.length < SHORTEST || words.has(word) || /\d/.test(word)) return word;
    const most = word.length >= LETTERS_OF_TWO_TYPOS ? 2 : 1;
    const near = known.filter((each) => each[0] === word[0] && each.length >= SHORTEST);
    return near.find((each) => isTypoOf(word, each, most)) ?? word;
  };
}

function isTypoOf(word: string, known: string, most: number): boolean {
  if (editsBetween(word, known, most) > most) return false;
  return word.length >= LETTERS_OF_A_TYPO || [...word].sort().join('') === [...known].sort().join('');
}
