const OTHER = /\P{ASCII}/u;
const FOREIGN = /[\p{Nd}\p{Pd}\p{Zs}\u2212\u2460-\u2468]/gu;

/**
 * A text in which every dash is "-", every space " " and every digit one of ours, each at its place: what is found in
 * it stands at the same positions in the text itself.
 */
export function sameLength(text: string): string {
  return OTHER.test(text) ? text.replace(FOREIGN, plainSign) : text;
}

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
