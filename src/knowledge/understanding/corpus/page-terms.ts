import type { FeatureMaker } from '../text/text-features.js';

/** A word of content as pages are searched by it: its stem, and the families that it may be replaced within. */
export interface PageTerm {
  readonly stem: number;
  readonly families: readonly number[];
  /** Stems of other languages that mean the same, with how surely (0…1). */
  readonly translations?: readonly Translation[];
}

/** A stem in another language, and how alike (0…1) it is. */
export interface Translation {
  readonly stem: number;
  readonly likeness: number;
}

/**
 * The words of content of a text, in order. A small word counts where it belongs to a turn of phrase that a family knows
 * ("mot de passe").
 * @param isSmall words that tell how it is asked, not what about
 * @param translate the stems that a word may stand for in other languages
 */
export function pageTermsOf(
  { lexicon, families }: FeatureMaker,
  words: readonly string[],
  isSmall: (index: number) => boolean = () => false,
  translate?: (word: string) => readonly Translation[],
): readonly PageTerm[] {
  const entries = words.map((word) => lexicon.entry(word));
  const related = families(entries.map(({ stem }) => stem));
  return entries.flatMap(({ word, stop, stemKey, grams }, i): PageTerm[] => {
    const of = related[i] ?? [];
    if (grams.length === 0 || isSmall(i) || (stop && of.length === 0)) return [];
    return [{ stem: stemKey, families: of, ...(translate ? { translations: translate(word) } : {}) }];
  });
}
