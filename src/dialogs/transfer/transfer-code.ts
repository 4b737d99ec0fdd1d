import { READABLE, readableLetters } from '../../handoff/case.js';

/** How long a code is good, in milliseconds: long enough to change windows. */
export const TRANSFER_LASTS_MS = 10 * 60 * 1000;

/** Keeps for a short while what a conversation takes along to another channel. */
export interface TransferCodes<Item> {
  /**
   * @param conversation with which it goes when that is deleted
   * @returns the code under which it is found, once
   */
  put(item: Item, conversation?: string): Promise<string>;
  /** Spends the code. Nothing when it is unknown, too old or used. */
  take(code: string): Promise<Item | undefined>;
  /** How many wrong codes a conversation has typed within the time that a code is good. */
  wrong(conversation: string): Promise<number>;
  /** Counts one more, also when the conversation is deleted meanwhile: it protects others. */
  noteWrong(conversation: string): Promise<void>;
}

const GROUP = `[${READABLE}]{4}`;
const WHOLE = new RegExp(`^${GROUP}${GROUP}$`);
/** Between words a code needs its hyphen; behind "P-" it is the reference of a case. */
const INSIDE = new RegExp(`(?<![\\w-])(${GROUP})[-‐–—](${GROUP})(?![\\w-])`, 'i');
/** "Here is my code: 7F3K-2QMA, thanks": more words are about something else. */
const MOST_WORDS = 8;

/**
 * A code like `7F3K-2QMA`, always with a letter and a digit: a word or a telephone number is none.
 * @param random a number in [0, 1) per call
 */
export function makeTransferCode(random: () => number): string {
  const code = `${readableLetters(random, 4)}-${readableLetters(random, 4)}`;
  return isMixed(code) ? code : makeTransferCode(random);
}

/** The code in an utterance, as {@link makeTransferCode} writes it, whatever its case and spacing. */
export function readTransferCode(typed: string): string | undefined {
  const text = typed.trim();
  const bare = text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (WHOLE.test(bare) && isMixed(bare)) return `${bare.slice(0, 4)}-${bare.slice(4)}`;
  const [, first, second] = text.split(/\s+/).length <= MOST_WORDS ? (INSIDE.exec(text) ?? []) : [];
  const code = `${first}-${second}`.toUpperCase();
  return first !== undefined && isMixed(code) ? code : undefined;
}

const isMixed = (code: string) => /\d/.test(code) && /[A-Z]/.test(code);
