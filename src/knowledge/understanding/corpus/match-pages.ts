import type { Language } from '../intent.js';
import { keepBest } from '../retrieval/keep-best.js';
import { settings } from '../settings.js';
import type { PageQuery } from './page-query.js';
import { FIELDS, type PageStore } from './page-store.js';

/** A page and the share (0…1) of the question's weight that its fields together cover. */
export interface MatchedPage {
  readonly page: number;
  readonly coverage: number;
}

/**
 * BM25F (Robertson, Zaragoza & Taylor 2004): a word counts by where on the page it stands and how often, all fields
 * together before they saturate; divided by the best score that the question could reach. A word of the same family counts
 * for a part of it. Rarest words first, as many as the time of a question allows.
 * @param language pages in others count less; undefined: none is in the question's
 */
export function matchPages(
  pages: PageStore,
  { terms, weight }: PageQuery,
  language: Language | undefined,
  limit: number,
): readonly MatchedPage[] {
  const { fieldWeights, fieldLengths, saturation, otherLanguage } = settings;
  const { counted, best, sums } = pages.tallies;
  const all = terms.flatMap(({ ways }, term) => ways.map((way) => ({ ...way, term })));
  const inAny = (id: number) => pages.postings.frequency((pages.inFields(id)[0] ?? 1) - 1);
  all.sort((a, b) => inAny(a.id) - inAny(b.id));
  let visits = 0;
  const used = all.filter(({ id }, i) => {
    visits += inAny(id);
    return i < 2 || visits <= settings.mostPageVisits;
  });
  for (const term of terms.keys()) {
    for (const { id, worth } of used.filter((way) => way.term === term)) {
      for (const [field, inField] of pages.inFields(id).entries()) {
        const name = FIELDS[field] ?? 'text';
        const [fieldWeight, b, mean] = [fieldWeights[name], fieldLengths[name], pages.meanLength(field)];
        pages.postings.visit(inField, (page, times) =>
          counted.add(page, (fieldWeight * times) / (1 - b + (b * pages.lengthOf(page, field)) / mean)),
        );
      }
      counted.drain((page, times) => best.raise(page, (worth * times) / (saturation + times)));
    }
    best.drain(sums.add);
  }
  const kept = keepBest(limit, pages.rank);
  sums.drain((page, sum) =>
    kept.offer(page, language === undefined || pages.languageOf(page) === language ? sum : sum * otherLanguage),
  );
  return kept.list().map(({ document, value }) => ({ page: document, coverage: Math.min(1, value / weight) }));
}
