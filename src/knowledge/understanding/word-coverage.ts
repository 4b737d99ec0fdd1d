import type { Postings } from './postings.js';
import { settings } from './settings.js';

/** A document and the share of the question's weight that it covers (0…1). */
export interface Covered {
  readonly document: number;
  readonly coverage: number;
}

const K1 = 1.2;
const B = 0.5;

/**
 * BM25 (Robertson & Zaragoza 2009) over the words of whole articles, divided by the best score that the question could
 * reach, so that scores compare between questions. `unknown` words, which no article has, count against everybody.
 */
export function coverWords(
  postings: Postings,
  ids: readonly number[],
  unknown: number,
  limit: number,
  rank: (document: number) => string,
): Covered[] {
  const documents = Math.max(1, postings.size);
  const rarity = (df: number) => Math.log(1 + (documents - df + 0.5) / (df + 0.5));
  const terms = [...new Set(ids)].map((id) => ({ id, df: postings.frequency(id) })).sort((a, b) => a.df - b.df);
  const common = documents > settings.largeIndex ? documents * settings.commonShare : documents;
  const used = terms.filter(({ df }, i) => i < settings.mostWords && (df <= common || i < 2));
  const mean = postings.meanLength;
  let wanted = unknown * rarity(0);
  for (const { df } of terms) wanted += rarity(df);
  for (const { id, df } of used) {
    const idf = rarity(df);
    postings.visit(id, (document, count) => {
      const norm = K1 * (1 - B + (B * postings.lengthOf(document)) / mean);
      postings.tally.add(document, (idf * count) / (count + norm));
    });
  }
  const covered: Covered[] = [];
  postings.tally.drain((document, score) => covered.push({ document, coverage: Math.min(1, score / wanted) }));
  return covered
    .sort((a, b) => b.coverage - a.coverage || (rank(a.document) < rank(b.document) ? -1 : 1))
    .slice(0, limit);
}
