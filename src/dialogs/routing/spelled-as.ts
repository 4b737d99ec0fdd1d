import { editsBetween } from '../../knowledge/understanding/text/speller.js';

/** Shorter words are typed as they are: one letter makes another word of them. */
const SHORTEST = 4;
/** From so many letters on a wrong letter is a typo; in shorter words only letters that changed places are. */
const LETTERS_OF_A_TYPO = 5;
const LETTERS_OF_TWO_TYPOS = 9;

/** Reads a word as the known one that it was meant to be, when it begins like it and is near enough. */
export function spelledAs(known: Iterable<string>): (word: string) => string {
  const words = new Set(known);
  const byLetter = new Map<string | undefined, string[]>();
  for (const each of words) {
    if (each.length < SHORTEST) continue;
    const alike = byLetter.get(each[0]) ?? [];
    alike.push(each);
    byLetter.set(each[0], alike);
  }
  return (word) => {
    if (word.length < SHORTEST || words.has(word) || /\d/.test(word)) return word;
    const most = word.length >= LETTERS_OF_TWO_TYPOS ? 2 : 1;
    const near = byLetter.get(word[0]) ?? [];
    return near.find((each) => isTypoOf(word, each, most)) ?? word;
  };
}

function isTypoOf(word: string, known: string, most: number): boolean {
  if (editsBetween(word, known, most) > most) return false;
  return word.length >= LETTERS_OF_A_TYPO || [...word].sort().join('') === [...known].sort().join('');
}
