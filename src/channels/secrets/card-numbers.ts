import type { FoundSecret } from './found-secret.js';

/**
 * Runs of digits, in groups; before them what is made of digits and is none: addresses, IBANs, company numbers (a
 * French SIRET has the same check digit as a card), serial numbers of telephones.
 */
const DIGITS =
  /https?:\/\/\S+|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b|\b(?:siret|siren|imei)\b[^\d\n]{0,12}[\d .]{9,24}|(?:(?<![\p{L}\d_-])|(?<=(?<!\p{L})(?:visa|amex|cb|carte|card|karte|tarjeta)))(?<digits>\d+(?:[ .\t\r\n-]{1,4}\d+)*)/giu;

/** The numbers that the card schemes give out today (ISO/IEC 7812: first digits, and how many in all). */
const ISSUED =
  /^(?:4\d{15}(?:\d{3})?|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}|(?:50|5[6-9]|6[0-9])\d{14,17})$/;
const LONGEST_CARD = 19;

/** How the schemes group them, which several signs between the groups, or a line break, do not hide. */
const GROUPED = /^4(?:,4){2},(?:4(?:,[1-4])?|[1-3])$|^4,6,[45]$/;

/** The three or four digits on the back, when somebody names them. */
const BACK = /\b(?:cvv2?|cvc2?|cryptogramme)\b[^\d\n]{0,12}(?<code>\d{3,4})(?!\d)/dgi;

/** Payment card numbers, wherever they stand in a row of digits, and the codes on their backs. */
export function cardNumbers(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { groups, index } of text.matchAll(DIGITS)) {
    if (groups?.digits !== undefined && groups.digits.length >= 14) found.push(...cardsIn(groups.digits, index, text));
  }
  for (const { indices } of text.matchAll(BACK)) {
    const code = indices?.groups?.code;
    if (code) found.push({ kind: 'card', start: code[0], end: code[1] });
  }
  return found;
}

/** Cards begin and end with a group: "order 12 4111 1111 1111 1111" holds one. */
function cardsIn(run: string, offset: number, text: string): readonly FoundSecret[] {
  if (!/\d{4}/.test(run)) return [];
  const groups = [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ digits, start: offset + index }));
  const found: FoundSecret[] = [];
  for (let first = 0; first < groups.length; first++) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < LONGEST_CARD; last++) {
      const group = groups[last];
      // Cards are written in groups of four to six (the last may have three); telephone numbers in smaller ones.
      if (!group || group.digits.length < (last === first ? 4 : 3)) break;
      digits += group.digits;
      const start = groups[first]?.start ?? offset;
      const end = group.start + group.digits.length;
      if (!ISSUED.test(digits) || !passesLuhn(digits) || /[\p{L}_]/u.test(text.charAt(end))) continue;
      if (!isOneNumber(text.slice(start, end))) continue;
      found.push({ kind: 'card', start, end });
      first = last;
      break;
    }
  }
  return found;
}

/** Numbers below each other are a list; a number that a line break or more than one sign divides has card's groups. */
function isOneNumber(written: string): boolean {
  const gaps = written.match(/\D+/g) ?? [];
  if (gaps.every((gap) => /^[ .-]$/.test(gap))) return true;
  if (gaps.every((gap) => gap.includes('\n'))) return false;
  return GROUPED.test((written.match(/\d+/g) ?? []).map(({ length }) => length).join(','));
}

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
