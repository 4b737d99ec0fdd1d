import type { FeatureMaker } from '../text/text-features.js';

/** A word of content as pages are searched by it: its stem, and the families that it may be replaced within. */
export interface PageTerm {
  readonly stem: number;
  readonly families: readonly number[];
}

/**
 * The words of content of a text, in order. A small word counts where it belongs to a turn of phrase that a family knows
 * ("mot de passe").
 * @param isSmall words that tell how it is asked, not what about
 */
export function pageTermsOf(
  { lexicon, families }: FeatureMaker,
  words: readonly string[],
  isSmall: (index: number) => boolean = () => false,
): readonly PageTerm[] {
  const entries = words.map((word) => lexicon.entry(word));
  const related = families(entries.map(({ stem }) => stem));
  return entries.flatMap(({ stop, stemKey, grams }, i): PageTerm[] => {
    const of = related[i] ?? [];
    if (grams.length === 0 || isSmall(i) || (stop && of.length === 0)) return [];
    return [{ stem: stemKey, families: of }];
  });
}
