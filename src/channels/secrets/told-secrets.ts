import { alsoChosen } from './also-chosen.js';
import type { FoundSecret, SecretKind } from './found-secret.js';
import { type Lead, leadsFrom } from './leads-from.js';
import { isNumberedThing } from './numbered-thing.js';
import { isKeyLike, isPasswordLike, SAID_OF_IT } from './secret-value.js';
import { endOfSeveralWords } from './several-words.js';
import { KEY_WORD, LOG_IN_WORD, PASSWORD_WORD, PHRASE_WORD } from './telling-words.js';

/** "mot-clé" and "palabra clave" are search words; `AppPassword=` is a setting. */
const TELLING = new RegExp(
  `(?:(?<![\\p{L}\\d]|mots?[ -]|palabras?[ -])|(?<=[\\p{L}_])(?=(?:password|secret|token|key)["']?\\s?[=:]))(?:(${PASSWORD_WORD})|(${KEY_WORD}))(?!\\p{L})`,
  'giu',
);

const NEXT_TELLING = new RegExp(`\\s(?:${PASSWORD_WORD}|${KEY_WORD})(?=[\\s:=])`, 'iuy');

const OURS = '(?:mon|ma|le|la|notre|my|the|our|mein|meine|das|unser|mi|el|nuestra)';
/** "Azerty123 est mon mot de passe", "j'ai mis Azerty123 comme mot de passe", "Azerty123 (my password)". */
const REVERSED = new RegExp(
  `(?<!\\S)["'«“„‘\`]?(?<secret>[^\\s"'«»“”„‘’\`]{4,64})["'»”’\`]?,?\\s{1,5}(?:(?:est|is|ist|es|era|was|war|c['’]?est)\\s{1,5}${OURS}\\s{1,5}|(?:comme|como|as|als)\\s{1,5}(?:${OURS}\\s{1,5})?|(?:for|pour|für|para)\\s{1,5}${OURS}\\s{1,5}|\\((?:${OURS}\\s{1,5})?)(?:\\p{L}{1,15}\\s)?(?:${PASSWORD_WORD})(?!\\p{L})`,
  'dgiu',
);

const POSSESSIVE = /(?<!\p{L})(?:mon|ma|mes|notre|nos|my|our|mein|meine|unser|mi|mis|nuestra)\s$/iu;
const QUOTED = /^["'`«“„‘]\s?(?<value>[^"'`»”“’\n]{4,100}?)\s?["'`»”“’]/;
/** A value is judged by its beginning; what is cut goes on to its end. */
const LONGEST_RUN = 128;
/** "Password=…;Encrypt=true" goes on with another setting. */
const NO_SPACE = /(?:(?!;[A-Za-z][\w ]{1,30}=)\S){1,128}/y;
const NO_AMPERSAND = /[^\s&]{1,128}/y;
/** Nobody abbreviates it who speaks of passwords in general. */
const SHORT = /^(?:p\/?wd?|psw|pswd|passwd|m\.?d\.?p|pwort)$/iu;
/** Words of other sentences as well: only what stands at once behind them is meant. */
const LOOSE = /^(?:pass|contra)$/iu;
const AT_ONCE = /^[^\p{L}]{0,80}(?:\p{L}{1,3}['’]?\p{L}{1,4}\s{1,5})?$/u;
const PHRASE = new RegExp(`^(?:${PHRASE_WORD})$`, 'iu');
/** Words that mean other things as well: "la clave es paciencia", "the code is red". */
const AMBIGUOUS = /^(?:pass|contra|clave|pin.*|.*c[óo]d(?:e|igo)\b.*)$/iu;
/** "The password is …", with nothing between; "is still", "lautet jetzt" are as plain. */
const AT_VERB = /^\s{1,3}(?:\p{L}|c['’]|it['’]){1,7}\s{1,3}(?:\p{L}{4,12}\s)?$/u;
/** What ends a clause: marks, the end of the line, and what goes on with another sentence. */
const CLAUSE_END =
  /^["'`»”’)]{0,3}(?:\s{0,4}(?:[.,;:!?)|\n]|$)|\s{1,4}(?:and|but|because|so|et|mais|car|und|aber|doch|y|pero|porque)\s)/u;
/** Another label goes on: "…, user: ana", "… new password: …". */
const NEXT_LABEL = new RegExp(
  `^\\s{0,3}[,;|/]?\\s{0,3}(?:(?:and|et|und|y)\\s)?(?:\\p{L}{2,12}\\s){0,2}(?:${PASSWORD_WORD}|${LOG_IN_WORD}|e-?mail|courriel|correo)(?:\\s\\p{L}{2,12}){0,1}\\s{0,3}[:=]`,
  'iu',
);
/** Several of them stand in the heading of a list. */
const PLURAL = /^(?:keys|clés|clefs|tokens|jetons|secrets|schl(?:ü|ue|u\u0308?)ssel)$/iu;

/** Passwords and keys that a telling word announces. */
export function toldSecrets(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  TELLING.lastIndex = 0;
  for (let match = TELLING.exec(text); match; match = TELLING.exec(text)) {
    const [word, , key] = match;
    const start = match.index;
    const end = start + word.length;
    // A telling word inside what is cut already tells nothing more, nor does one before another: that one tells.
    if (start < (found.at(-1)?.end ?? 0) || isBeforeAnother(text, end)) continue;
    const place = valueAfter(text, start, end, key);
    if (place) found.push({ kind: key === undefined ? 'password' : kindOfKey(key), ...place });
  }
  for (const { indices } of text.matchAll(REVERSED)) {
    const [start, end] = indices?.groups?.secret ?? [0, 0];
    const value = text.slice(start, end);
    if (isPasswordLike(value, 'verb', {}) && !isNumberedThing(value)) found.push({ kind: 'password', start, end });
  }
  return [...found, ...alsoChosen(text, found)];
}

function isBeforeAnother(text: string, at: number): boolean {
  NEXT_TELLING.lastIndex = at;
  return NEXT_TELLING.test(text);
}

const kindOfKey = (word: string): SecretKind => (/cl[eé]|key|schl|clave/iu.test(word) ? 'legacy-key' : 'token');

function valueAfter(
  text: string,
  start: number,
  end: number,
  key: string | undefined,
): Pick<FoundSecret, 'start' | 'end'> | undefined {
  const leads = leadsFrom(text, end);
  if (leads.length === 0) return undefined;
  const telling = text.slice(start, end);
  const isOurs = SHORT.test(telling) || POSSESSIVE.test(text.slice(Math.max(0, start - 10), start));
  const isLoose = LOOSE.test(telling);
  // Of a table's heading: what stands below is read by its column.
  const isLastCell = /[;|,]\s?$/.test(text.slice(Math.max(0, start - 2), start));
  const isPhrase = PHRASE.test(telling);
  const isAmbiguous = AMBIGUOUS.test(telling);
  // A key holds no "&", nor does a value inside an address.
  const run = key !== undefined || /[?&]/.test(text.charAt(start - 1)) ? NO_AMPERSAND : NO_SPACE;
  for (const lead of leads) {
    const value = readValue(text, lead, run);
    if (value === undefined) continue;
    const { at, words, isQuoted, isWhole } = value;
    const between = text.slice(end, lead.at);
    const isBelow = between.includes('\n');
    if ((isLoose && !AT_ONCE.test(between)) || (isLastCell && lead.link === 'none' && isBelow)) continue;
    const isBeside = !isBelow && !isForgotten(between);
    const wordsEnd = at + words.length;
    const behind = text.slice(wordsEnd, wordsEnd + LOOK_BEHIND);
    const isSaid = lead.link === 'verb' && AT_VERB.test(between);
    const isEnd = lead.link === 'verb' ? CLAUSE_END.test(behind) : endsLine(behind) || NEXT_LABEL.test(behind);
    const isLast = isBeside && isEnd;
    const isPlainlySaid = isSaid && !isAmbiguous;
    const isSecret =
      key !== undefined
        ? isKeyLike(words, lead.link, PLURAL.test(key))
        : isPasswordLike(words, lead.link, { isOurs, isLast, isQuoted, isPhrase, isPlainlySaid });
    if (isSecret) return { start: at, end: isWhole ? wordsEnd : wholeEnd(text, at, run) };
    if (key !== undefined || isQuoted || !isBeside) continue;
    const isSigned = lead.link === 'sign';
    const several = endOfSeveralWords(text, at, { isPhrase: isPhrase && lead.link !== 'far', isSigned });
    if (several !== undefined) return { start: at, end: several };
  }
  return undefined;
}

interface Value {
  readonly at: number;
  readonly words: string;
  readonly isQuoted: boolean;
  /** Not only the beginning of it. */
  readonly isWhole: boolean;
}

function readValue(text: string, lead: Lead, run: RegExp): Value | undefined {
  const at = text.charAt(lead.at) === '(' ? lead.at + 1 : lead.at;
  const quoted = /["'`«“„‘]/.test(text.charAt(at)) ? QUOTED.exec(text.slice(at, at + 110))?.groups?.value : undefined;
  if (quoted !== undefined) return { at: text.indexOf(quoted, at), words: quoted, isQuoted: true, isWhole: true };
  run.lastIndex = at;
  const read = run.exec(text)?.[0] ?? '';
  const isWhole = read.length < LONGEST_RUN;
  const words = isWhole ? read.replace(/(?<![.,;:)\]»”"'`])[.,;:)\]»”"'`]+$/u, '') : read;
  return words ? { at, words, isQuoted: false, isWhole } : undefined;
}

/** Where a long value's white space is. */
function wholeEnd(text: string, start: number, run: RegExp): number {
  run.lastIndex = start;
  let end = start;
  while (run.test(text)) end = run.lastIndex;
  return end;
}

/** How much behind a value tells whether a sentence goes on, in UTF-16 units. */
const LOOK_BEHIND = 80;

/** "Mot de passe oublié :" announces no password; "contraseña nueva :" does. */
const isForgotten = (lead: string) => lead.split(/\s+/).some((word) => SAID_OF_IT.test(word) && !WHICH.test(word));
const WHICH = /^(?:nuev[ao]|nouveau|nouvelle|neue[rns]?)[:=]?$/iu;

/** Whether nothing but marks follows on the line. */
const endsLine = (behind: string) => /^[.,;:!)\]»”"'` ]{0,4}(?:\r?\n|$)/u.test(behind);
