import { createNumbers, createBytes } from './growing-array.js';

/** Which documents hold a feature, and how often: an inverted index that can be added to and taken from. */
export interface Postings {
  /** Documents in it, those taken out not counted. */
  readonly size: number;
  /** Numbers given so far: documents are 0 … documents-1. */
  readonly documents: number;
  /** Mean length (sum of counts) of a document. */
  readonly meanLength: number;
  /** Counts a feature of the document that is being written. */
  put(id: number, count: number): void;
  /** Ends the document that is being written; returns its number. */
  close(): number;
  remove(document: number): void;
  has(document: number): boolean;
  lengthOf(document: number): number;
  /** In how many documents a feature is. */
  frequency(id: number): number;
  visit(id: number, each: (document: number, count: number) => void): void;
  /** The features of a document, in the order in which they were put. */
  each(document: number, each: (id: number, count: number) => void): void;
}

/** Documents of which each feature has its list; never changed. */
interface Segment {
  readonly starts: Int32Array;
  readonly documents: Int32Array;
  readonly counts: Uint8Array;
}

/** Documents that make a segment: adding one article costs a scan of this many at most. */
const SEGMENT = 2048;
const MOST_SEGMENTS = 12;

export function createPostings(): Postings {
  const ids = createNumbers();
  const counts = createBytes();
  const ends = createNumbers();
  const lengths = createNumbers();
  const frequencies = createNumbers();
  const gone = new Set<number>();
  let segments: Segment[] = [];
  let sealed = 0;
  let young: Segment | undefined;
  let highest = 0;
  let length = 0;
  let total = 0;

  const startOf = (document: number) => (document === 0 ? 0 : ends.at(document - 1));
  /** Turns documents with features into features with documents (a counting sort). */
  const makeSegment = (from: number, to: number): Segment => {
    const begin = startOf(from);
    const end = startOf(to);
    const starts = new Int32Array(highest + 2);
    for (let i = begin; i < end; i++) starts[ids.at(i) + 1] = (starts[ids.at(i) + 1] ?? 0) + 1;
    for (let id = 0; id <= highest; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
    const next = starts.slice();
    const documents = new Int32Array(end - begin);
    const times = new Uint8Array(end - begin);
    for (let document = from, i = begin; document < to; document++)
      for (; i < ends.at(document); i++) {
        const id = ids.at(i);
        const place = next[id] ?? 0;
        next[id] = place + 1;
        documents[place] = document;
        times[place] = counts.at(i);
      }
    return { starts, documents, counts: times };
  };
  const youngest = () => {
    young ??= makeSegment(sealed, ends.length);
    return young;
  };

  return {
    get size() {
      return ends.length - gone.size;
    },
    get documents() {
      return ends.length;
    },
    get meanLength() {
      return total / Math.max(1, ends.length - gone.size);
    },
    put: (id, count) => {
      ids.push(id);
      counts.push(Math.min(255, count));
      if (id > highest) highest = id;
      while (frequencies.length <= id) frequencies.push(0);
      frequencies.set(id, frequencies.at(id) + 1);
      length += count;
    },
    close: () => {
      ends.push(ids.length);
      lengths.push(length);
      total += length;
      length = 0;
      young = undefined;
      if (ends.length - sealed >= SEGMENT) {
        if (segments.length >= MOST_SEGMENTS) segments = [makeSegment(0, ends.length)];
        else segments.push(makeSegment(sealed, ends.length));
        sealed = ends.length;
      }
      return ends.length - 1;
    },
    remove: (document) => {
      if (document >= ends.length || gone.has(document)) return;
      gone.add(document);
      total -= lengths.at(document);
      for (let i = startOf(document); i < ends.at(document); i++) frequencies.set(ids.at(i), frequencies.at(ids.at(i)) - 1);
    },
    has: (document) => document < ends.length && !gone.has(document),
    lengthOf: (document) => lengths.at(document),
    frequency: (id) => (id < frequencies.length ? frequencies.at(id) : 0),
    visit: (id, each) => {
      for (const segment of segments) visitSegment(segment, id, gone, each);
      if (sealed < ends.length) visitSegment(youngest(), id, gone, each);
    },
    each: (document, each) => {
      for (let i = startOf(document); i < ends.at(document); i++) each(ids.at(i), counts.at(i));
    },
  };
}

function visitSegment({ starts, documents, counts }: Segment, id: number, gone: ReadonlySet<number>, each: (document: number, count: number) => void): void {
  const to = starts[id + 1] ?? 0;
  for (let i = id < starts.length ? (starts[id] ?? 0) : to; i < to; i++) {
    const document = documents[i] ?? 0;
    if (gone.size === 0 || !gone.has(document)) each(document, counts[i] ?? 0);
  }
}
