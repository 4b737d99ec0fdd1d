import type { Accumulator } from './accumulator.js';

/** Documents of which each feature has its list; never changed. */
export interface Segment {
  readonly starts: Int32Array;
  readonly documents: Int32Array;
  readonly counts: Uint8Array;
}

/** Turns documents with features into features with documents (a counting sort). `ends` count from the first document. */
export function makeSegment(
  ids: Int32Array,
  counts: Uint8Array,
  ends: Int32Array,
  from: number,
  highest: number,
): Segment {
  const starts = new Int32Array(highest + 2);
  for (let i = 0; i < ids.length; i++) starts[(ids[i] ?? 0) + 1] = (starts[(ids[i] ?? 0) + 1] ?? 0) + 1;
  for (let id = 0; id <= highest; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const documents = new Int32Array(ids.length);
  const times = new Uint8Array(ids.length);
  const skipped = (ends.at(-1) ?? 0) - ids.length;
  for (let offset = 0, i = 0; offset < ends.length; offset++)
    for (const to = (ends[offset] ?? 0) - skipped; i < to; i++) {
      const id = ids[i] ?? 0;
      const place = next[id] ?? 0;
      next[id] = place + 1;
      documents[place] = from + offset;
      times[place] = counts[i] ?? 0;
    }
  return { starts, documents, counts: times };
}

/** Visits the documents that have a feature, with how often they have it; those that are `gone` are passed over. */
export function visitSegment(
  { starts, documents, counts }: Segment,
  id: number,
  gone: ReadonlySet<number>,
  each: (document: number, count: number) => void,
): void {
  const to = starts[id + 1] ?? 0;
  for (let i = id < starts.length ? (starts[id] ?? 0) : to; i < to; i++) {
    const document = documents[i] ?? 0;
    if (gone.size === 0 || !gone.has(document)) each(document, counts[i] ?? 0);
  }
}

/** Adds a value to every document that has a feature. */
export function accumulateSegment(
  { starts, documents }: Segment,
  id: number,
  gone: ReadonlySet<number>,
  tally: Accumulator,
  value: number,
): void {
  if (id + 1 >= starts.length) return;
  const [from, to] = [starts[id] ?? 0, starts[id + 1] ?? 0];
  if (gone.size === 0) tally.addAll(documents, from, to, value);
  else for (const document of documents.subarray(from, to)) if (!gone.has(document)) tally.add(document, value);
}
