import type { WordEntry } from '../text/lexicon.js';
import type { Block, FeatureSink } from '../text/text-features.js';
import { createKeyTable } from './key-table.js';
import { createPostings, type Postings, type PostingsDump } from './postings.js';

/** The features of a text, each once: numbers that the store knows, and how many it does not know. */
export interface QueryFeatures {
  readonly ids: Int32Array;
  readonly counts: Uint8Array;
  readonly unknown: number;
}

/** The features of all known lines. */
export interface ExampleStore {
  readonly postings: Postings;
  /** Features known so far: their numbers are 0 … features-1. */
  readonly features: number;
  blockOf(id: number): Block;
  /** Number of a feature, or -1. */
  find(key: number, block: Block): number;
  /** Learns a line; returns its number. */
  add(emit: (sink: FeatureSink) => void): number;
  dump(): ExampleStoreDump;
  /** Looks a text's features up; learns nothing. */
  lookUp(emit: (sink: FeatureSink) => void): QueryFeatures;
}

/** The training examples as they are saved. */
export interface ExampleStoreDump {
  readonly keys: Int32Array;
  readonly blocks: Uint8Array;
  readonly postings: PostingsDump;
}

/** @param dumped what `dump` gave */
export function createExampleStore(dumped?: ExampleStoreDump): ExampleStore {
  const table = createKeyTable(1 << 14, dumped?.keys);
  const postings = createPostings(dumped?.postings);
  const gramIds = new Map<WordEntry, Int32Array>();
  const touched: number[] = [];
  let blocks = new Uint8Array(2 ** Math.max(14, Math.ceil(Math.log2(table.size + 1))));
  if (dumped) blocks.set(dumped.blocks);
  let counts = new Uint8Array(blocks.length);

  const bump = (id: number) => {
    const count = counts[id] ?? 0;
    if (count === 0) touched.push(id);
    if (count < 255) counts[id] = count + 1;
  };
  const learn = (key: number, block: Block): number => {
    const id = table.add(inBlock(key, block));
    if (id >= blocks.length) {
      blocks = widen(blocks);
      counts = widen(counts);
    }
    blocks[id] = block;
    return id;
  };
  const learner: FeatureSink = {
    feature: (key, block) => bump(learn(key, block)),
    grams: (entry) => {
      let ids = gramIds.get(entry);
      if (!ids) {
        ids = entry.grams.map((key) => learn(key, 2));
        gramIds.set(entry, ids);
      }
      for (let i = 0; i < ids.length; i++) bump(ids[i] ?? 0);
    },
  };
  return {
    postings,
    get features() {
      return table.size;
    },
    blockOf: (id) => toBlock(blocks[id] ?? 0),
    find: (key, block) => table.find(inBlock(key, block)),
    add: (emit) => {
      emit(learner);
      for (const id of touched) {
        postings.put(id, counts[id] ?? 1);
        counts[id] = 0;
      }
      touched.length = 0;
      return postings.close();
    },
    dump: () => ({ keys: table.keys(), blocks: blocks.slice(0, table.size), postings: postings.dump() }),
    lookUp: (emit) => {
      const missing = new Set<number>();
      const look = (feature: number, block: Block) => {
        const key = inBlock(feature, block);
        const id = table.find(key);
        if (id >= 0 && postings.frequency(id) > 0) bump(id);
        else missing.add(key);
      };
      emit({
        feature: look,
        grams: ({ grams }) => {
          for (const key of grams) look(key, 2);
        },
      });
      const ids = Int32Array.from(touched);
      const times = new Uint8Array(ids.length);
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0;
        times[i] = counts[id] ?? 0;
        counts[id] = 0;
      }
      const asked = { ids, counts: times, unknown: missing.size };
      touched.length = 0;
      return asked;
    },
  };
}

/** The block is part of the key: two features that happen to share a key are never in different blocks. */
function inBlock(key: number, block: Block): number {
  return (key & ~3) | (block + 1);
}

function toBlock(value: number): Block {
  return value === 0 ? 0 : value === 1 ? 1 : 2;
}

function widen(old: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(old.length * 2);
  wider.set(old);
  return wider;
}
