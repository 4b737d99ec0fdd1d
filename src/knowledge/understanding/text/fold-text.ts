const PLAIN = /^[\x20-\x7e]*$/;
const MARKS = /\p{M}+/gu;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Whether a text is plain ASCII on one line: letters are then a to z, which takes no tables to find. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * Text as it is compared: lower case, without accents and ligatures, with one kind of apostrophe. Lone surrogates
 * become spaces. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(MARKS, '');
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
