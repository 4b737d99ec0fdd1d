import { isListedWord, isOrdinaryWord } from './ordinary-words.js';
import { SAID_OF_IT } from './secret-value.js';

/** Words on one line, up to its end or a mark; so much of it is looked at, in UTF-16 units. */
const LINE = /[^\n]{0,300}/y;
const MARKS_AT_END = /[\s.!"'`»”’]{0,8}$/;
/** "Hurricane 1987": a word and a number. */
const WORD_AND_NUMBER = /^(?<word>\p{L}{4,30})[ -](?<number>\d{2,4})$/u;
/** Phrases that open a wallet or restore an account have 12 to 24 words (BIP 39), and may say anything. */
const COUNTS: ReadonlySet<number> = new Set([12, 15, 18, 21, 24]);
const SHORTEST_PHRASE = 3;
const LONGEST_PHRASE = 30;
/** One in so many may be a word of sentences: "correct horse battery staple". */
const MOST_LISTED = 4;
const WORD = /^\p{L}[\p{L}-]{2,30}$/u;
/** "girafe bleue": two words that stand for themselves. */
const PAIR = 2;

/**
 * Where a password of several words ends that begins at a place; nothing when the words are a sentence. They go on to
 * the end of the line, and none of them is one that sentences about passwords are made of.
 * @param isPhrase behind "passphrase", "recovery phrase": any number of words from three
 * @param isSigned behind `:` or `=`
 */
export function endOfSeveralWords(
  text: string,
  at: number,
  { isPhrase, isSigned }: { readonly isPhrase: boolean; readonly isSigned: boolean },
): number | undefined {
  LINE.lastIndex = at;
  const line = LINE.exec(text)?.[0] ?? '';
  const said = line.slice(0, line.length - (MARKS_AT_END.exec(line)?.[0].length ?? 0));
  // What is longer than we look is a text.
  if (said === '' || line.length === 300) return undefined;
  const words = said.split(/ {1,3}/);
  if (words.length > LONGEST_PHRASE) return undefined;
  const isSecret = isPhrase ? isPhraseLike(words) : isSigned && isPasswordOfWords(said, words);
  return isSecret ? at + said.length : undefined;
}

function isPhraseLike(words: readonly string[]): boolean {
  if (words.length < SHORTEST_PHRASE || !words.every((word) => WORD.test(word))) return false;
  // Sentences have a capital here and there, and small words.
  if (!words.every(isLower) && !words.every(isCapitalised)) return false;
  return COUNTS.has(words.length) || words.filter(isListedWord).length <= Math.floor(words.length / MOST_LISTED);
}

const isLower = (word: string) => word === word.toLowerCase();
const isCapitalised = (word: string) => /^\p{Lu}/u.test(word);

function isPasswordOfWords(said: string, words: readonly string[]): boolean {
  const { word } = WORD_AND_NUMBER.exec(said)?.groups ?? {};
  if (words.some((each) => SAID_OF_IT.test(each))) return false;
  if (word !== undefined) return !isOrdinaryWord(word);
  return words.length === PAIR && words.every((each) => WORD.test(each) && each.length > 3 && !isOrdinaryWord(each));
}
