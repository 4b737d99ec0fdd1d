/** Letters that decomposing does not open. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};
const LONGEST = 80;

/** Words as part of an id: lower-case letters, digits and hyphens. Empty when there is no such letter in them (Japanese, say). */
export function slug(words: string): string {
  const folded = words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđþðı]/g, (letter) => LETTERS[letter] ?? '');
  const all = folded.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return all.length <= LONGEST ? all : all.slice(0, LONGEST).replace(/-[^-]*$/, '');
}

/** A path as an id: each part as {@link slug}, without what only orders (`01-`), dates (`2024-05-01-`) or means the folder itself. */
export function idOfPath(path: string): string {
  const parts = path.split('/').filter(Boolean);
  const last = parts.at(-1);
  if (last !== undefined && /^_?(?:index|readme|home)$/i.test(last) && parts.length > 1) parts.pop();
  return parts
    .map((part) => {
      const bare = part.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '').replace(/^\d{1,3}[-_. ]+(?=\D)/, '');
      return slug(bare) || slug(part) || `page-${hash(part)}`;
    })
    .join('/');
}

/** A short name for words that no id can be made of, the same each time. */
function hash(text: string): string {
  let sum = 5381;
  for (const char of text) sum = (Math.imul(sum, 33) ^ (char.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(36);
}
