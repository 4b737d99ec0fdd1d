import { keepBest } from './keep-best.js';
import type { AskedFeatures } from './line-store.js';
import type { Postings } from './postings.js';
import { settings } from './settings.js';

/** A known line and how like it is: 1 = all features shared, 0 = none. */
export interface NearLine {
  readonly line: number;
  readonly similarity: number;
}

/**
 * The known lines that share most with a text: Dice's coefficient over features weighed by idf. The rarest features
 * are looked up, as many as their lists allow, so that a question costs about the same in any index. `rank` orders lines that are equally near, whatever their numbers.
 */
export function nearestLines(
  postings: Postings,
  { ids, unknown }: AskedFeatures,
  limit: number,
  rank: (line: number) => number,
  mostVisits: number = settings.mostVisits,
): NearLine[] {
  if (ids.length === 0) return [];
  const lines = Math.max(1, postings.size);
  const rarest = [...ids].map((id) => ({ id, df: postings.frequency(id) })).sort((a, b) => a.df - b.df);
  let visits = 0;
  const used = rarest.filter(({ df }, i) => {
    visits += df;
    return i < settings.mostFeatures && (i < 2 || visits <= mostVisits);
  });
  let self = 0;
  for (const { id, df } of used) {
    const idf = Math.log(1 + lines / df);
    self += idf;
    postings.tallyUp(id, idf);
  }
  const mean = self / used.length;
  const wanted = self + unknown * mean * settings.unknownWeight;
  const share = used.length / rarest.length;
  const best = keepBest(limit, rank);
  postings.tally.drain((line, shared) => {
    if (shared < self * settings.leastShared) return;
    const held = Math.max(shared, postings.lengthOf(line) * share * mean);
    best.offer(line, Math.min(1, (2 * shared) / (wanted + held)));
  });
  return best.list().map(({ document, value }) => ({ line: document, similarity: value }));
}
