import { z } from 'zod';

/** Whole numbers up to what a number holds exactly. */
const DIGITS = /^\s*\d{1,15}\s*$/;
const FLAG = /^\s*(?:true|false)\s*$/i;

/** A whole number, also as its digits in a string: `8801` and `"8801"` mean the same. */
export const wireInt = z.union([z.int(), z.string().regex(DIGITS).transform(Number)]);

/** Yes or no, also as a word. `1`, `0`, `"yes"` may mean anything and are no flag. */
export const wireFlag = z.union([
  z.boolean(),
  z
    .string()
    .regex(FLAG)
    .transform((text) => text.trim().toLowerCase() === 'true'),
]);

/** Go's zero time: no time at all. */
const ZERO_TIME_YEAR = '0001-';

/** ISO time, or null when the text tells none. */
export function wireTime(text: string | null | undefined): string | null {
  if (!text || text.startsWith(ZERO_TIME_YEAR) || Number.isNaN(Date.parse(text))) return null;
  return new Date(text).toISOString();
}

/**
 * What a flag of one row says, given the same flag of all rows of its list. One that is left out is off where the list
 * proves that "off" is left out: it tells a yes, and never a no. Null: not told.
 */
export function flagOf(told: boolean | null | undefined, all: readonly (boolean | null | undefined)[]): boolean | null {
  if (told !== undefined) return told;
  return all.includes(true) && !all.includes(false) ? false : null;
}
