import { type Accumulator, createAccumulator } from './accumulator.js';
import { grown, grownBytes } from './grow-array.js';
import { accumulateSegment, makeSegment, type Segment, visitSegment } from './posting-segment.js';

/** Which documents hold a feature, and how often: an inverted index that can be added to and taken from. */
export interface Postings {
  /** For adding up over documents. */
  readonly tally: Accumulator;
  /** Documents in it, those taken out not counted. */
  readonly size: number;
  /** Mean length (sum of counts) of a document. */
  readonly meanLength: number;
  /**
   * Counts a feature of the document that is being written.
   * @param id from 0, without large gaps: frequencies are an array
   */
  put(id: number, count: number): void;
  /** Ends the document that is being written; returns its number. */
  close(): number;
  /** Takes a document out; what has been taken out is not taken out again. */
  remove(document: number): void;
  /** Sum of the counts of its features. */
  lengthOf(document: number): number;
  /** How many features a document has. */
  entriesOf(document: number): number;
  /** In how many documents a feature is. */
  frequency(id: number): number;
  /** Calls with every document that has a feature, in the order of their numbers, and the feature's count in it. */
  visit(id: number, each: (document: number, count: number) => void): void;
  /** Adds a value to the tally of every document that has a feature. */
  tallyUp(id: number, value: number): void;
  /** All that is needed to make the same postings again. */
  dump(): PostingsDump;
  /** The features of a document, in the order in which they were put. */
  each(document: number, each: (id: number, count: number) => void): void;
}

/** The inverted index as it is saved. */
export interface PostingsDump {
  readonly ids: Int32Array;
  readonly counts: Uint8Array;
  readonly ends: Int32Array;
  readonly lengths: Int32Array;
  readonly gone: Int32Array;
}

/** Documents that make a segment: adding one article costs a scan of this many at most. */
const SEGMENT = 2048;
const MOST_SEGMENTS = 12;

/**
 * Makes postings, empty or as they were dumped. Documents are numbered from 0 in the order in which they are closed; a
 * number is never given again. Features are small integers (ids of a key table), counts go up to 255.
 */
export function createPostings(dumped?: PostingsDump): Postings {
  let ids: Int32Array = dumped?.ids ?? new Int32Array(1 << 12);
  let counts: Uint8Array = dumped?.counts ?? new Uint8Array(1 << 12);
  let ends: Int32Array = dumped?.ends ?? new Int32Array(1 << 8);
  let lengths: Int32Array = dumped?.lengths ?? new Int32Array(1 << 8);
  let frequencies: Int32Array = new Int32Array(1 << 10);
  const gone = new Set<number>(dumped?.gone);
  let segments: Segment[] = [];
  let sealed = 0;
  let young: Segment | undefined;
  let [entries, documents, highest, length, total] = [ids.length, ends.length, 0, 0, 0];
  if (dumped) for (const id of ids) highest = Math.max(highest, id);
  else [entries, documents] = [0, 0];

  const startOf = (document: number) => (document === 0 ? 0 : (ends[document - 1] ?? 0));
  const segment = (from: number, to: number) =>
    makeSegment(
      ids.subarray(startOf(from), startOf(to)),
      counts.subarray(startOf(from), startOf(to)),
      ends.subarray(from, to),
      from,
      highest,
    );
  if (dumped) {
    frequencies = new Int32Array(highest + 1);
    for (let document = 0, i = 0; document < documents; document++) {
      const here = !gone.has(document);
      if (here) total += lengths[document] ?? 0;
      for (const to = ends[document] ?? 0; i < to; i++)
        if (here) frequencies[ids[i] ?? 0] = (frequencies[ids[i] ?? 0] ?? 0) + 1;
    }
    segments = documents === 0 ? [] : [segment(0, documents)];
    sealed = documents;
  }
  const youngest = () => {
    young ??= segment(sealed, documents);
    return young;
  };

  const tally = createAccumulator();
  return {
    tally,
    get size() {
      return documents - gone.size;
    },
    get meanLength() {
      return total / Math.max(1, documents - gone.size);
    },
    put: (id, count) => {
      if (entries === ids.length) {
        ids = grown(ids, entries * 2);
        counts = grownBytes(counts, entries * 2);
      }
      if (id >= frequencies.length) frequencies = grown(frequencies, id * 2);
      if (id > highest) highest = id;
      ids[entries] = id;
      counts[entries++] = count > 255 ? 255 : count;
      frequencies[id] = (frequencies[id] ?? 0) + 1;
      length += count;
    },
    close: () => {
      if (documents === ends.length) {
        ends = grown(ends, documents * 2);
        lengths = grown(lengths, documents * 2);
      }
      ends[documents] = entries;
      lengths[documents++] = length;
      total += length;
      length = 0;
      young = undefined;
      if (documents - sealed >= SEGMENT) {
        segments =
          segments.length >= MOST_SEGMENTS ? [segment(0, documents)] : [...segments, segment(sealed, documents)];
        sealed = documents;
      }
      return documents - 1;
    },
    remove: (document) => {
      if (document >= documents || gone.has(document)) return;
      gone.add(document);
      total -= lengths[document] ?? 0;
      for (let i = startOf(document); i < (ends[document] ?? 0); i++)
        frequencies[ids[i] ?? 0] = (frequencies[ids[i] ?? 0] ?? 0) - 1;
    },
    lengthOf: (document) => lengths[document] ?? 0,
    entriesOf: (document) => (ends[document] ?? 0) - startOf(document),
    frequency: (id) => frequencies[id] ?? 0,
    visit: (id, each) => {
      for (const old of segments) visitSegment(old, id, gone, each);
      if (sealed < documents) visitSegment(youngest(), id, gone, each);
    },
    tallyUp: (id, value) => {
      for (const old of segments) accumulateSegment(old, id, gone, tally, value);
      if (sealed < documents) accumulateSegment(youngest(), id, gone, tally, value);
    },
    dump: () => ({
      ids: ids.slice(0, entries),
      counts: counts.slice(0, entries),
      ends: ends.slice(0, documents),
      lengths: lengths.slice(0, documents),
      gone: Int32Array.from(gone),
    }),
    each: (document, each) => {
      for (let i = startOf(document), to = ends[document] ?? 0; i < to; i++) each(ids[i] ?? 0, counts[i] ?? 0);
    },
  };
}
