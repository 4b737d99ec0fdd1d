import { settings } from '../settings.js';
import type { QueryFeatures } from './example-store.js';
import { keepBest } from './keep-best.js';
import type { Postings } from './postings.js';

/** A known line and how like it is: 1 = all features shared, 0 = none. */
export interface NearLine {
  readonly line: number;
  readonly similarity: number;
}

/**
 * The known lines that share most with a text: Dice's coefficient over features weighed by idf. The rarest features
 * are looked up, as many as their lists allow, so that a question costs about the same in any index. `rank` orders lines that are equally near, whatever their numbers.
 */
export function nearestExamples(
  postings: Postings,
  { ids, unknown }: QueryFeatures,
  limit: number,
  rank: (line: number) => number,
  mostVisits: number = settings.mostVisits,
): NearLine[] {
  if (ids.length === 0) return [];
  const lines = Math.max(1, postings.size);
  const rarest = rarestFirst(ids, (id) => postings.frequency(id));
  let [used, visits, self] = [0, 0, 0];
  for (const id of rarest) {
    const df = postings.frequency(id);
    visits += df;
    if (used >= settings.mostFeatures || (used >= 2 && visits > mostVisits)) break;
    const idf = Math.log(1 + lines / df);
    self += idf;
    postings.tallyUp(id, idf);
    used++;
  }
  const mean = self / used;
  const wanted = self + unknown * mean * settings.unknownWeight;
  const share = used / rarest.length;
  const best = keepBest(limit, rank);
  postings.tally.drain((line, shared) => {
    const held = Math.max(shared, postings.lengthOf(line) * share * mean);
    best.offer(line, Math.min(1, (2 * shared) / (wanted + held)));
  }, self * settings.leastShared);
  return best.list().map(({ document, value }) => ({ line: document, similarity: value }));
}

/** Places up to this are told apart: a text has some hundreds of features. */
const MOST_PLACES = 2 ** 16;

/** Ids by how many documents have them, equal ones in their order. Sorted as numbers: objects would take ten times as long. */
function rarestFirst(ids: Int32Array, frequency: (id: number) => number): Int32Array {
  const keys = new Float64Array(ids.length);
  for (let place = 0; place < ids.length; place++) keys[place] = frequency(ids[place] ?? 0) * MOST_PLACES + place;
  keys.sort();
  const sorted = new Int32Array(ids.length);
  for (let i = 0; i < sorted.length; i++) sorted[i] = ids[(keys[i] ?? 0) % MOST_PLACES] ?? 0;
  return sorted;
}
