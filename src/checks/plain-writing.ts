/** Signs that people and programs write in each other's place; NFKC has brought the full-width ones home. */
const SAME_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\p{Default_Ignorable_Code_Point}/gu, ''],
  [/[‘’‛ʼ´`′＇]/gu, "'"],
  [/[“”„‟″«»]/gu, '"'],
  [/[‐‑‒–—−]/gu, '-'],
  [/\s+/gu, ' '],
];

/**
 * A label as it is compared: without regard to case (ß is ss, İ is i), spaces, invisible characters, full width, the kind
 * of quotes and dashes, and a colon at the end, which forms put there.
 */
export function plainLabel(label: string): string {
  const text = plain(label).trimStart();
  // Letter by letter: an expression that ends in $ goes over the same spaces again and again.
  let end = text.length;
  while (end > 0 && /[\s:]/u.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** An e-mail address as it is compared: without regard to case, full width and invisible characters. */
export function plainEmail(email: string): string {
  return plain(email).trim();
}

/** How many times longer a text may become: a few characters stand for whole phrases, up to eighteen letters. */
const MOST_GROWTH = 4;
/** As long as any label may become, in UTF-16 units. */
const SHORT_ENOUGH = 200;

function plain(text: string): string {
  const most = Math.max(MOST_GROWTH * text.length, SHORT_ENOUGH);
  const same = text.normalize('NFKC').slice(0, most);
  const signs = SAME_SIGNS.reduce((all, [sign, plainSign]) => all.replace(sign, plainSign), same);
  // Upper case first: ß has two letters there. A dot above an i is what is left of İ.
  return signs
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .replace(/i\u0307/gu, 'i');
}
