import { settings } from '../settings.js';
import type { PageStore } from './page-store.js';
import type { PageTerm } from './page-terms.js';

/** A word of a question as the pages know it. */
export interface QueryTerm {
  /** What it counts: its idf, or that of the rarest word. */
  readonly weight: number;
  /** Its stem and its families, by number, with what a match by each is worth (0 … weight). */
  readonly ways: readonly { readonly id: number; readonly worth: number }[];
}

/** The words of a question as pages are ranked by them. */
export interface PageQuery {
  readonly terms: readonly QueryTerm[];
  /** What all words count together. */
  readonly weight: number;
  readonly idf: (id: number) => number;
}

/** What a page's score must hold against: each word counts by how few pages have it. */
export function pageQueryOf(pages: PageStore, asked: readonly PageTerm[]): PageQuery {
  const count = Math.max(1, pages.postings.size);
  const rarity = (frequency: number) => Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
  const step = (id: number) => (pages.inFields(id)[0] ?? 1) - 1;
  const idf = (id: number) => rarity(pages.postings.frequency(step(id)));
  const seen = new Set<number>();
  const terms: QueryTerm[] = [];
  for (const { stem, families, translations = [] } of asked) {
    if (seen.has(stem)) continue;
    seen.add(stem);
    const own = pages.find(stem);
    const related = families.map((key) => pages.find(key)).filter((id) => id >= 0);
    const meant = translations.flatMap(({ stem: key, likeness }) => {
      const id = key === stem ? -1 : pages.find(key);
      return id >= 0 ? [{ id, likeness }] : [];
    });
    const [first] = meant;
    const weight =
      own >= 0 ? idf(own) : first ? idf(first.id) : related.length > 0 ? Math.max(...related.map(idf)) : rarity(0);
    terms.push({
      weight,
      ways: [
        ...(own >= 0 ? [{ id: own, worth: weight }] : []),
        ...meant.map(({ id, likeness }) => ({ id, worth: likeness * Math.min(weight, idf(id)) })),
        ...related.map((id) => ({
          id,
          worth: settings.familyWorth * Math.min(weight, settings.familyRarity * idf(id)),
        })),
      ],
    });
  }
  return { terms, weight: terms.reduce((sum, { weight }) => sum + weight, 0), idf };
}
