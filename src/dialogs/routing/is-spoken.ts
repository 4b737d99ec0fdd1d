import type { Detected } from '../../knowledge/understanding/text/detect-language.js';
import { countWords } from './count-words.js';

/** Fewer words of a language that shares our letters do not tell it from a typo. */
const FEWEST_WORDS = 3;

/** Whether a text is in one of our languages, as far as it tells. */
export function isSpoken(text: string, { confidence }: Detected): boolean {
  if (confidence > 0 || !/\p{L}/u.test(text)) return true;
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  return latin.length * 2 >= letters.length && countWords(text) < FEWEST_WORDS;
}
