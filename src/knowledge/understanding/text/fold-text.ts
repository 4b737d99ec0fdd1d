const PLAIN = /^[\x20-\x7e]*$/;
const MARKS = /\p{M}+/gu;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
/**
 * How many times longer a text may become: letters with all their marks take four places (\u1f82), but some characters
 * stand for whole phrases, up to eighteen letters (\ufdfa), and whoever sends ten thousand of those says nothing.
 */
const MOST_GROWTH = 4;
/** As long as any text may become, in UTF-16 units: one such phrase between words is read. */
const SHORT_ENOUGH = 200;

/** Whether a text is plain ASCII on one line: letters are then a to z, which takes no tables to find. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * Text as it is compared: lower case, without accents and ligatures, with one kind of apostrophe. Lone surrogates
 * become spaces. Folding twice changes nothing. At most {@link MOST_GROWTH} times as long as the text.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const most = Math.max(MOST_GROWTH * text.length, SHORT_ENOUGH);
  const bare = text.normalize('NFKD').slice(0, most).replace(MARKS, '');
  // Most words with accents are plain without them.
  if (PLAIN.test(bare) && !bare.includes('`')) return bare.toLowerCase();
  return bare
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[œæßøłđı]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[‘’ʼ´`′]/g, "'")
    .replace(/\p{Surrogate}/gu, ' ');
}
