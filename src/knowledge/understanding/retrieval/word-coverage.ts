import { settings } from '../settings.js';
import { keepBest } from './keep-best.js';
import type { Postings } from './postings.js';

/** A document and the share of the question's weight that it covers (0…1). */
export interface Covered {
  readonly document: number;
  readonly coverage: number;
}

const K1 = 1.2;
const B = 0.5;

/**
 * BM25 (Robertson & Zaragoza 2009) over the words of whole articles, divided by the best score that the question could
 * reach, so that scores compare between questions (a word's share is at most its idf). `unknown` words, which no article has, count against everybody.
 */
export function coverWords(
  postings: Postings,
  ids: readonly number[],
  unknown: number,
  limit: number,
  rank: (document: number) => number,
): Covered[] {
  const documents = Math.max(1, postings.size);
  const rarity = (df: number) => Math.log(1 + (documents - df + 0.5) / (df + 0.5));
  const terms = [...new Set(ids)].map((id) => ({ id, df: postings.frequency(id) })).sort((a, b) => a.df - b.df);
  let visits = 0;
  const used = terms.filter(({ df }, i) => {
    visits += df;
    return i < settings.mostWords && (i < 2 || visits <= settings.mostVisits);
  });
  const mean = postings.meanLength;
  let wanted = unknown * rarity(0);
  for (const { df } of terms) wanted += rarity(df);
  for (const { id, df } of used) {
    const idf = rarity(df);
    postings.visit(id, (document, count) => {
      const norm = K1 * (1 - B + (B * postings.lengthOf(document)) / mean);
      postings.tally.add(document, idf * Math.min(1, ((K1 + 1) * count) / (count + norm)));
    });
  }
  const best = keepBest(limit, rank);
  postings.tally.drain((document, score) => best.offer(document, Math.min(1, score / wanted)));
  return best.list().map(({ document, value }) => ({ document, coverage: value }));
}
