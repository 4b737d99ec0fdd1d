import type { FoundSecret } from './found-secret.js';

/**
 * Runs of digits, in groups; before them what is made of digits and is none: addresses, IBANs, company numbers (a
 * French SIRET has the same check digit as a card), serial numbers of telephones.
 */
const DIGITS =
  /https?:\/\/\S+|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b|\b(?:siret|siren|imei)\b[^\d\n]{0,12}[\d .]{9,24}|(?:(?<![\p{L}\d_-])|(?<=(?<!\p{L})(?:visa|amex|cb|carte|card|karte|tarjeta)))(?<digits>\d+(?:[ .\t\r\n/_-]{1,4}\d+)*)/giu;

/** The numbers that the card schemes give out today (ISO/IEC 7812: first digits, and how many in all). */
const ISSUED =
  /^(?:4\d{15}(?:\d{3})?|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}|(?:50|5[6-9]|6[0-9])\d{14,17})$/;
const LONGEST_CARD = 19;

/** How the schemes group them, which several signs between the groups, or a line break, do not hide. */
const GROUPED = /^4(?:,4){2},(?:4(?:,[1-4])?|[1-3])$|^4,6,[45]$/;

const DIGITS_ON_CARD = '(?<code>\\d{3,4})(?![\\p{L}\\d_]|[.,:/]\\d)';
/** Small words between the name of the digits on a card and the digits: "au dos c'est", "on the back is". */
const ON_CARD =
  "(?:[\\s:=]{1,4}(?:au|dos|verso|de|la|ma|carte|c|c['’]?est|est|is|was|the|on|of|my|back|card|number|code|lautet|ist|der|die|hinten|auf|meiner|kreditkarte|karte|es|el|al|dorso|reverso|atr[áa]s|del|r[üu]ckseite|tarjeta|mi|en|num[ée]ro)(?!\\p{L})){0,8}[\\s:=(]{0,4}";
/** The three or four digits on the back, when somebody names them. */
const BACK = new RegExp(
  `(?<![\\p{L}\\d])(?:cvv2?|cvc2?|cvn|cryptogramme(?:\\svisuel)?|(?:(?:3|three)\\sdigits|(?:les\\s)?(?:3|trois)\\schiffres|(?:die\\s)?(?:3|drei)\\s(?:ziffern|zahlen)|(?:los\\s)?(?:3|tres)\\s(?:d[íi]gitos|n[úu]meros))(?=\\s(?:on\\sthe\\sback|au\\sdos|au\\sverso|hinten|auf\\sder\\s(?:r[üu]ckseite|karte)|de\\satr[áa]s|al\\sdorso|del\\sreverso))|kartenpr(?:ü|ue)f(?:nummer|ziffer))(?!\\p{L})${ON_CARD}${DIGITS_ON_CARD}`,
  'dgiu',
);
/** Names that other codes have, too: only beside a card. */
const SECURITY = new RegExp(
  `(?<![\\p{L}\\d])(?:cid|csc|crypto|card\\scode|security\\scode|code\\sde\\ss[ée]curit[ée]|pr(?:ü|ue)f(?:nummer|ziffer)|sicherheitscode|kartencode|c[óo]digo\\sde\\sseguridad)(?!\\p{L})${ON_CARD}${DIGITS_ON_CARD}`,
  'dgiu',
);
const CARD = /(?<!\p{L})(?:visa|mastercard|amex|maestro|cb|carte|card|(?:kredit|bank)?karte|tarjeta)(?!\p{L})/iu;
/** How far a card may stand from the digits on it, in UTF-16 units. */
const NEAR = 80;

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
  for (const { indices } of text.matchAll(SECURITY)) {
    const [start, end] = indices?.groups?.code ?? [0, 0];
    if (end > 0 && CARD.test(text.slice(Math.max(0, start - NEAR), end + NEAR)))
      found.push({ kind: 'card', start, end });
  }
  return found;
}

/** Cards begin and end with a group: "order 12 4111 1111 1111 1111" holds one. */
function cardsIn(run: string, offset: number, text: string): readonly FoundSecret[] {
  const groups = [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ digits, start: offset + index }));
  const found: FoundSecret[] = [...smallGroups(groups, text)];
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
      if (!isOneNumber(text.slice(start, end)) && !isColumn(groups, first, last, text)) continue;
      found.push({ kind: 'card', start, end });
      first = last;
      break;
    }
  }
  return found;
}

interface Group {
  readonly digits: string;
  readonly start: number;
}

/** Digits one by one or in pairs, nothing else beside them: "4 5 3 9 …", "45 39 57 …". */
function smallGroups(groups: readonly Group[], text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (let first = 0; first < groups.length; ) {
    const size = groups[first]?.digits.length ?? 0;
    let last = first;
    while (groups[last + 1]?.digits.length === size) last++;
    const row = groups.slice(first, last + 1);
    const digits = row.map((group) => group.digits).join('');
    const [start, end] = [row[0]?.start ?? 0, (row.at(-1)?.start ?? 0) + size];
    const gaps = new Set(text.slice(start, end).match(/\D+/g));
    if (size <= 2 && gaps.size === 1 && ISSUED.test(digits) && passesLuhn(digits))
      found.push({ kind: 'card', start, end });
    first = last + 1;
  }
  return found;
}

/** A card's four groups below each other, behind a word that tells of one; any other numbers there are a list. */
function isColumn(groups: readonly Group[], first: number, last: number, text: string): boolean {
  if (first !== 0 || last !== 3 || groups.length !== 4 || groups.some(({ digits }) => digits.length !== 4))
    return false;
  const start = groups[0]?.start ?? 0;
  return CARD.test(text.slice(Math.max(0, start - 30), start));
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
