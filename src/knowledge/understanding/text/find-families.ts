import type { Language } from '../intent.js';
import { WORD_FAMILIES } from '../languages/word-families.js';
import { foldText } from './fold-text.js';
import { hashText } from './hash.js';
import type { Lexicon } from './lexicon.js';

/** A word of a text may belong to several families; keys by word, in the order of the words. */
export type FamilyFinder = (stems: readonly string[]) => readonly (readonly number[])[];

const FAMILY = 0x99;
const NONE: readonly number[] = [];

/** Finds the families (`languages/word-families.ts`) that words belong to, alone or in a turn of phrase. */
export function findFamilies(language: Language, lexicon: Lexicon): FamilyFinder {
  /** By first stem: the stems that must follow, and the family. */
  const phrases = new Map<string, { readonly rest: readonly string[]; readonly key: number }[]>();
  for (const [family, byLanguage] of Object.entries(WORD_FAMILIES))
    for (const phrase of byLanguage[language.slice(0, 2)] ?? []) {
      const [first = '', ...rest] = (foldText(phrase).match(/[\p{L}\p{N}]+/gu) ?? []).map(
        (word) => lexicon.entry(word).stem,
      );
      const held = phrases.get(first) ?? [];
      phrases.set(first, held);
      held.push({ rest, key: hashText(family, FAMILY) });
    }
  return (stems) => {
    const found: (readonly number[])[] = new Array(stems.length).fill(NONE);
    for (let from = 0; from < stems.length; from++)
      for (const { rest, key } of phrases.get(stems[from] ?? '') ?? []) {
        if (!rest.every((stem, i) => stems[from + 1 + i] === stem)) continue;
        for (let i = from; i <= from + rest.length; i++) {
          const keys = found[i] ?? NONE;
          if (!keys.includes(key)) found[i] = [...keys, key];
        }
      }
    return found;
  };
}
