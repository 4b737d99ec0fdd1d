import type { ExampleStore, QueryFeatures } from '../retrieval/example-store.js';
import { settings } from '../settings.js';

/** Sparse vectors one after the other: row r holds `ids[starts[r] … starts[r+1])` with their `values`. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** One sparse vector of unit length. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/**
 * How lines become vectors: a feature counts (1 + ln count) × idf; words, concepts and n-grams are brought to a fixed
 * share of the length each, so that many n-grams do not drown a few words. Where
 * there are many lines, features of a single one are left out.
 */
export interface Vectorizer {
  /** The vector's dimensions. */
  readonly dimensions: number;
  /** Rows for numbers of lines, in their order. */
  rows(lines: readonly number[]): SparseRows;
  vector(asked: QueryFeatures): SparseVector;
  dump(): VectorizerDump;
}

/** By number of feature: its dimension (-1: none), its idf, its block. */
export interface VectorizerDump {
  readonly dimension: Int32Array;
  readonly idf: Float32Array;
  readonly blocks: Uint8Array;
}

const { words, concepts, grams } = settings.blocks;
const SHARES = [words, concepts, grams].map((share) => share / (words + concepts + grams));
const LOGARITHMS = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)));

/** Weighs the features of `lines` by how many of those lines have them. */
export function fitVectorizer(store: ExampleStore, lines: readonly number[]): Vectorizer {
  const frequency = new Int32Array(store.features);
  for (const line of lines)
    store.postings.each(line, (id) => {
      frequency[id] = (frequency[id] ?? 0) + 1;
    });
  const dimension = new Int32Array(store.features).fill(-1);
  const idf = new Float32Array(store.features);
  const blocks = new Uint8Array(store.features);
  const rarest = lines.length > settings.manyExamples ? settings.rarestFeature : 1;
  let dimensions = 0;
  for (let id = 0; id < frequency.length; id++) {
    const df = frequency[id] ?? 0;
    if (df < rarest) continue;
    dimension[id] = dimensions++;
    idf[id] = (1 + Math.log((1 + lines.length) / (1 + df))) ** settings.rarity;
    blocks[id] = store.blockOf(id);
  }
  return createVectorizer(store, { dimension, idf, blocks });
}

/** Rows with vectors behind them. */
export function withVectors(rows: SparseRows, vectors: readonly SparseVector[]): SparseRows {
  const end = rows.starts.at(-1) ?? 0;
  const length = vectors.reduce((sum, { ids }) => sum + ids.length, end);
  const starts = new Int32Array(rows.starts.length + vectors.length);
  const ids = new Int32Array(length);
  const values = new Float32Array(length);
  starts.set(rows.starts);
  ids.set(rows.ids.subarray(0, end));
  values.set(rows.values.subarray(0, end));
  let at = end;
  for (const [i, vector] of vectors.entries()) {
    ids.set(vector.ids, at);
    values.set(vector.values, at);
    at += vector.ids.length;
    starts[rows.starts.length + i] = at;
  }
  return { starts, ids, values };
}

/** Weighs features: logarithm of the count times idf, each block of features scaled to its share of a unit length. */
export function createVectorizer(store: ExampleStore, { dimension, idf, blocks }: VectorizerDump): Vectorizer {
  const squares = new Float64Array(3);
  const scale = (values: Float32Array, ids: Int32Array, from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const id = ids[i] ?? 0;
      const block = blocks[id] ?? 0;
      values[i] = (values[i] ?? 0) * Math.sqrt((SHARES[block] ?? 0) / (squares[block] || 1));
      ids[i] = dimension[id] ?? 0;
    }
  };
  const weigh = (id: number, count: number) => {
    const value = (LOGARITHMS[count] ?? 1) * (idf[id] ?? 0);
    const block = blocks[id] ?? 0;
    squares[block] = (squares[block] ?? 0) + value * value;
    return value;
  };
  return {
    dimensions: dimension.reduce((sum, place) => (place < 0 ? sum : sum + 1), 0),
    dump: () => ({ dimension, idf, blocks }),
    rows: (numbers) => {
      const entries = numbers.reduce((sum, number) => sum + store.postings.entriesOf(number), 0);
      const starts = new Int32Array(numbers.length + 1);
      const ids = new Int32Array(entries);
      const values = new Float32Array(entries);
      let end = 0;
      for (const [row, number] of numbers.entries()) {
        const from = end;
        squares.fill(0);
        store.postings.each(number, (id, count) => {
          if ((dimension[id] ?? -1) < 0) return;
          ids[end] = id;
          values[end++] = weigh(id, count);
        });
        scale(values, ids, from, end);
        starts[row + 1] = end;
      }
      return { starts, ids, values };
    },
    vector: (asked) => {
      const ids = new Int32Array(asked.ids.length);
      const values = new Float32Array(asked.ids.length);
      squares.fill(0);
      let end = 0;
      for (let i = 0; i < asked.ids.length; i++) {
        const id = asked.ids[i] ?? 0;
        if ((dimension[id] ?? -1) < 0) continue;
        ids[end] = id;
        values[end++] = weigh(id, asked.counts[i] ?? 1);
      }
      scale(values, ids, 0, end);
      return { ids: ids.subarray(0, end), values: values.subarray(0, end) };
    },
  };
}
