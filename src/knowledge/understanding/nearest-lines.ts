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
 * are looked up, and in a large index those that very many lines share are left out, so that a question costs about
 * the same in any index. `rank` orders lines that are equally near, whatever their numbers.
 */
export function nearestLines(
  postings: Postings,
  { ids, unknown }: AskedFeatures,
  limit: number,
  rank: (line: number) => number,
): NearLine[] {
  if (ids.length === 0) return [];
  const lines = Math.max(1, postings.size);
  const rarest = [...ids].map((id) => ({ id, df: postings.frequency(id) })).sort((a, b) => a.df - b.df);
  const common = lines > settings.largeIndex ? lines * settings.commonShare : lines;
  const used = rarest.filter(({ df }, i) => i < settings.mostFeatures && (df <= common || i < 4));
  let self = 0;
  for (const { id, df } of used) {
    const idf = Math.log(1 + lines / df);
    self += idf;
    postings.visit(id, (line) => postings.tally.add(line, idf));
  }
  const mean = self / used.length;
  const wanted = self + unknown * mean * settings.unknownWeight;
  const share = used.length / rarest.length;
  const near: NearLine[] = [];
  postings.tally.drain((line, shared) => {
    if (shared < self * settings.leastShared) return;
    const held = Math.max(shared, postings.lengthOf(line) * share * mean);
    near.push({ line, similarity: Math.min(1, (2 * shared) / (wanted + held)) });
  });
  return near.sort((a, b) => b.similarity - a.similarity || rank(a.line) - rank(b.line)).slice(0, limit);
}
