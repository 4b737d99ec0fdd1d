import { codesInUse } from './codes-in-use.js';
import { type FoundSecret, findBy } from './found-secret.js';
import { OTHER_CODE } from './telling-words.js';

/** What a code is for, behind "code" (French, Spanish) or before it (English, German). */
const PURPOSE_FR =
  '(?:[4-8]|six|quatre|huit) chiffres|v[ée]rification|confirmation|s[ée]curit[ée]|validation|authentification|connexion|usage unique|sms|2fa|mfa|otp';
const PURPOSE_EN =
  '(?:[4-8]|six|four|eight)[ -]digits?|verification|security|confirmation|one[ -]time|log-?in|sign-?in|auth|authentication|access|sms|2fa|mfa|otp|two[ -]factor|2-step';
const PURPOSE_DE =
  'best(?:ä|ae)tigungs|sicherheits|einmal|verifizierungs|anmelde|login|freischalt|authentifizierungs|sms|2fa|otp';
const PURPOSE_ES =
  '(?:[4-8]|seis|cuatro) (?:d[íi]gitos|cifras)|verificaci[óo]n|seguridad|confirmaci[óo]n|autenticaci[óo]n|acceso|un solo uso|sms|2fa|otp';

const TELLING = [
  `codes? (?:(?:de|à|d['’]) ?)?(?:${PURPOSE_FR})`,
  `(?:${PURPOSE_EN})[ -](?:pass)?codes?|otp|2fa|mfa|totp`,
  `(?:${PURPOSE_DE})-?(?:code|pin|tan)|(?:[4-8]|sechs|vier)-?stellige[rn]? (?:code|pin)|(?:sms-?|m)?tan(?=(?: lautet| ist)? ?:? ?\\d|[,.!?]|\\s(?:wo|wie|was|aber|und)\\s|$)`,
  `c[óo]digos? (?:de )?(?:${PURPOSE_ES})`,
  'code(?=\\s(?:re[çc]u|from|via|par|aus|by)\\s?(?:the |der |text |un )?(?:sms|mail|app)?\\s?:)',
  // "My code is 482913", beside nothing that says what code.
  '(?<=(?<!\\p{L})(?:mon|votre|my|your|mein|dein|ihr|mi|tu|su) )(?:code|c[óo]digo)(?=\\s{1,3}(?:est|is|ist|es|lautet|was|était)\\s)',
].join('|');

/** Up to four words that are about no other number: "reçu par SMS", "that I got is". */
const BETWEEN = `(?:\\s{1,3}(?!${OTHER_CODE})[\\p{L}'’]{1,20}){0,4}`;
const SIGN = '["\'`*_»”)]{0,3}\\s{0,3}[:=]?\\s{0,3}["\'`*_«“(]{0,3}';

/** Four to eight digits, perhaps in two halves or behind the sender's letter (G-482913), or letters and digits. */
const CODE =
  '(?:[A-Z]{1,3}-)?(?:\\d{4,8}|\\d{3}[ -]\\d{3}|\\d{2}[ -]\\d{2}[ -]\\d{2})|(?=[A-Z]{0,8}\\d)(?=\\d{0,8}[A-Z])[A-Z\\d]{6,8}';

/** The codes that come by message or from an app, behind a word that tells of one. */
const told = findBy(
  'code',
  new RegExp(
    `(?<![\\p{L}\\d_-])(?:${TELLING})(?!\\p{L})${BETWEEN}${SIGN}(?<secret>${CODE})(?![\\p{L}\\d_/-]|[.,:]\\d)`,
    'giu',
  ),
  isCode,
);

const IS = "(?:est|is|ist|es|c['’]?est|was|war|era|comme|como|as|als|für|for|pour|para)";
/** "482913 is my verification code", "use 482913 as your login code": as the messages themselves have it. */
const reversed = findBy(
  'code',
  new RegExp(
    `(?<![\\p{L}\\d_.,/-])(?<secret>${CODE})["'»”]?,?\\s{1,3}${IS}\\s{1,3}(?:\\p{L}{2,12}\\s{1,3}){0,2}(?:${TELLING})(?!\\p{L})`,
    'giu',
  ),
  isCode,
);
/** "PIN 4471", with nothing between: "pin the ticket 4471" is about none. */
const pins = findBy(
  'code',
  /(?<![\p{L}\d_-])pin(?:[ -]?(?:code|nummer|number))?[ :=]{1,4}(?<secret>\d{4,8})(?![\p{L}\d_/-]|[.,:]\d)/giu,
  isCode,
);

const READERS = [told, reversed, pins, codesInUse];

/** Codes that let somebody in once, in our four languages. */
export function oneTimeCodes(text: string): readonly FoundSecret[] {
  return /\d/.test(text) ? READERS.flatMap((find) => find(text)) : [];
}

/** A year is none, nor is a word: the pattern reads letters of both cases. */
function isCode(value: string): boolean {
  return /\d/.test(value) && !/^(?:19|20)\d\d$/.test(value) && !/[a-z]/.test(value);
}
