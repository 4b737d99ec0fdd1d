import type { FoundSecret } from './found-secret.js';
import { isAlsoChosen } from './secret-value.js';

/** How far from one password another may stand, in UTF-16 units: "actuel : Azerty123, nouveau : Qwerty456". */
const BESIDE = 40;
const WORDS = /[^\s"'«»“”„‘’`]{6,64}/g;

/** Whoever tells one password often tells the next, old and new, in the same line. */
export function alsoChosen(text: string, told: readonly FoundSecret[]): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { kind, start, end } of told) {
    if (kind !== 'password') continue;
    const before = text.slice(Math.max(0, start - BESIDE), start);
    const after = text.slice(end, end + BESIDE);
    const sides = [
      { at: start - before.length + before.lastIndexOf('\n') + 1, words: before.slice(before.lastIndexOf('\n') + 1) },
      { at: end, words: after.split('\n', 1)[0] ?? '' },
    ];
    for (const { at, words } of sides) {
      for (const { 0: word, index } of words.matchAll(WORDS)) {
        // A word that the window cuts off is not judged.
        const isWhole = !/\S/.test(text.charAt(at + index - 1)) || at + index === end;
        const value = word.replace(/(?<![.,;:?)\]])[.,;:?)\]]+$/, '');
        if (isWhole && isAlsoChosen(value)) found.push({ kind, start: at + index, end: at + index + value.length });
      }
    }
  }
  return found;
}
