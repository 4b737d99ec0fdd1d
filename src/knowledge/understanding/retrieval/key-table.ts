/** Numbers the 32-bit keys that it is given, in the order of their first appearance: 0, 1, 2, … */
export interface KeyTable {
  readonly size: number;
  /** The number of a key; a new one if it was not known. */
  add(key: number): number;
  /** The number of a key, or -1. */
  find(key: number): number;
  /** All keys, in order. */
  keys(): Int32Array;
}

/** `known`: keys to begin with, in order. An open-addressing hash table over typed arrays: a few nanoseconds a look-up, 16 to 32 bytes a key. */
export function createKeyTable(capacity = 1024, known?: Int32Array): KeyTable {
  let mask = 2 ** Math.max(4, Math.ceil(Math.log2(capacity * 2))) - 1;
  let keys = new Int32Array(mask + 1);
  let numbers = new Int32Array(mask + 1);
  let size = 0;

  const placeOf = (key: number): number => {
    let place = key & mask;
    for (;;) {
      const held = keys[place] ?? 0;
      if (held === 0 || held === key) return place;
      place = (place + 1) & mask;
    }
  };
  const grow = () => {
    const [oldKeys, oldNumbers] = [keys, numbers];
    mask = mask * 2 + 1;
    keys = new Int32Array(mask + 1);
    numbers = new Int32Array(mask + 1);
    for (let i = 0; i < oldKeys.length; i++) {
      const key = oldKeys[i] ?? 0;
      if (key === 0) continue;
      const place = placeOf(key);
      keys[place] = key;
      numbers[place] = oldNumbers[i] ?? 0;
    }
  };
  const add = (key: number): number => {
    let place = placeOf(key);
    if (keys[place] !== 0) return numbers[place] ?? -1;
    if (size * 2 > mask) {
      grow();
      place = placeOf(key);
    }
    keys[place] = key;
    numbers[place] = size;
    return size++;
  };
  if (known) for (const key of known) add(key);
  return {
    add,
    get size() {
      return size;
    },
    find: (key) => {
      const place = placeOf(key);
      return keys[place] === 0 ? -1 : (numbers[place] ?? -1);
    },
    keys: () => {
      const order = new Int32Array(size);
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i] ?? 0;
        if (key !== 0) order[numbers[i] ?? 0] = key;
      }
      return order;
    },
  };
}
