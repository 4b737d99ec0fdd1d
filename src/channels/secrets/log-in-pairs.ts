import type { FoundSecret } from './found-secret.js';
import { isNumberedThing } from './numbered-thing.js';
import { isClearlyChosen, isPasswordLike } from './secret-value.js';
import { LOG_IN_WORD, PASSWORD_WORD } from './telling-words.js';

const ADDRESS = '[^\\s@:=;,]{1,64}@[^\\s@/|:;,]{3,80}';
/** "ana@acme.fr / Azerty123!", as log-ins are written down. */
const BESIDE_ADDRESS = new RegExp(
  `(?<![^\\s;,:=])${ADDRESS}(?:\\s?[/|:;,]\\s?|\\s(?:y|et|und|and|con|mit|with|avec|[-&+])\\s)["'\`]?(?<secret>[^\\s"'\`]{6,})`,
  'dgu',
);
/** "login ana@acme.fr rosebud1942", where a word tells of a log-in. */
const BEHIND_ADDRESS = new RegExp(
  `(?<![\\p{L}\\d])(?:${LOG_IN_WORD}|acc[eè]s|(?:log|sign)\\sin)(?!\\p{L})\\s{0,3}[:=]?\\s{0,3}(?:(?:avec|mit|con|como|with|as|als)\\s)?${ADDRESS}\\s{1,3}["'\`]?(?<secret>[^\\s"'\`]{6,64})`,
  'dgiu',
);
/** The same on two lines, each with nothing else on it but perhaps what it is. */
const BELOW_ADDRESS = new RegExp(
  `(?<![^\\n])[ \\t]{0,8}(?:[\\p{L}-]{1,20} ?[:=] ?)?${ADDRESS}[ \\t\\r]{0,8}\\n[ \\t]{0,8}(?<secret>\\S{6,64})[ \\t\\r]{0,8}(?![^\\n])`,
  'dgu',
);
/** "ana / hunter2!" and nothing else on the line. */
const ALONE =
  /(?<![^\n])[ \t]{0,8}\p{L}[\p{L}\d.-]{1,40}[ \t]?[/|:;][ \t]?(?<secret>[^\s/|:;]{6,64})[ \t\r]{0,8}(?![^\n])/dgu;
/** "login ana/hunter2", "user: bob ; hunter22", "me connecter avec ana / soleil77". */
const BESIDE_NAME = new RegExp(
  `(?<![\\p{L}\\d])(?:${LOG_IN_WORD})(?!\\p{L})\\s{0,3}[:=]?\\s{0,3}(?:(?:avec|mit|con|como|with|as|als)\\s)?\\p{L}[\\p{L}\\d._-]{1,40}\\s?(?://|[/|:;,])\\s?(?<secret>[^\\s/|:;,=]{6,64})`,
  'dgiu',
);
/** "…@db.acme.fr:5432/desk". */
const PORT = /^\d{2,5}(?:\/|$)/;

const PAIRS: readonly (readonly [RegExp, (value: string) => boolean])[] = [
  [BESIDE_ADDRESS, (value) => isPasswordLike(value, 'none', {}) && !PORT.test(value)],
  [BEHIND_ADDRESS, (value) => isPasswordLike(value, 'none', {})],
  [BELOW_ADDRESS, (value) => isPasswordLike(value, 'none', { isOurs: true })],
  [ALONE, (value) => isPasswordLike(value, 'far', {}) && !isNumberedThing(value.replace(/!$/, ''))],
  [BESIDE_NAME, (value) => isPasswordLike(value, 'none', {})],
];

const WORDS = /(?<!\S)["'«“„‘`(*]{0,2}(?<secret>[^\s"'«»“”„‘’`]{8,64})(?=["'»”’`.,;:?)*]{0,3}(?:\s|$))/dgu;
const LOGS_IN = new RegExp(`(?<![\\p{L}\\d])(?:${LOG_IN_WORD}|${PASSWORD_WORD})(?!\\p{L})`, 'iu');
/** How far a word that tells of a log-in may stand from what is clearly a password, in UTF-16 units. */
const BEFORE = 160;
const AFTER = 80;

/** Passwords beside whom they let in, or in a sentence about logging in. */
export function logInPairs(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const [pattern, isSecret] of PAIRS) {
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices?.groups?.secret ?? [0, 0];
      const value = withoutStop(text.slice(start, end));
      if (isSecret(value)) found.push({ kind: 'password', start, end: start + value.length });
    }
  }
  for (const { indices } of text.matchAll(WORDS)) {
    const [start, end] = indices?.groups?.secret ?? [0, 0];
    const value = withoutStop(text.slice(start, end));
    if (!isClearlyChosen(value)) continue;
    const around = `${text.slice(Math.max(0, start - BEFORE), start)}\0${text.slice(end, end + AFTER)}`;
    if (LOGS_IN.test(around)) found.push({ kind: 'password', start, end: start + value.length });
  }
  return found;
}

/** A mark that ends a part of the sentence is none of the password. */
const withoutStop = (value: string) => value.replace(/(?<![.,;:?)\]])[.,;:?)\]]+$/, '');
