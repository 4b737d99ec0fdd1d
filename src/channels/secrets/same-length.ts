const OTHER = /\P{ASCII}/u;
const FOREIGN = /[\p{Nd}\p{Pd}\p{Zs}\u2212\u2460-\u2468]/gu;
/** Of HTML that was typed or pasted: what only shapes the words, and what ends a line. */
const SHAPING =
  /<\/?(?:b|i|u|s|em|strong|code|pre|span|font|tt|kbd|samp|mark|small|big|sub|sup|a|(?<line>p|div|br|li|ul|ol|tr|td|th|h[1-6]))(?:\s[^<>]{0,300})?\/?>/gi;

/**
 * A text in which every dash is "-", every space " " and every digit one of ours, and tags of HTML are gaps, each at its place: what is found in
 * it stands at the same positions in the text itself.
 */
export function sameLength(text: string): string {
  const plain = OTHER.test(text) ? text.replace(FOREIGN, plainSign) : text;
  return plain.includes('<') ? plain.replace(SHAPING, gap) : plain;
}

const gap = (tag: string, line: string | undefined) => (line === undefined ? ' ' : '\n').padStart(tag.length);

function plainSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80 || sign.length > 1) return sign;
  if (/\p{Zs}/u.test(sign)) return ' ';
  if (/\p{Pd}|\u2212/u.test(sign)) return '-';
  if (code >= 0x2460 && code <= 0x2468) return String(code - 0x2460 + 1);
  // Unicode keeps the ten digits of a script together, from a code that ends with 0 or with 6.
  const row = code & ~0xf;
  const first = /\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6;
  return String((code - first) % 10);
}
