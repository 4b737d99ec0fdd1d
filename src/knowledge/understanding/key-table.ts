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

/** An open-addressing hash table over typed arrays: a few nanoseconds a look-up, 12 to 24 bytes a key. */
export function createKeyTable(capacity = 1024): KeyTable {
  let bits = Math.max(4, Math.ceil(Math.log2(capacity * 2)));
  let places = new Int32Array(1 << bits);
  let order = new Int32Array(1 << (bits - 1));
  let size = 0;

  const placeOf = (key: number): number => {
    const mask = places.length - 1;
    let place = key & mask;
    for (;;) {
      const held = places[place] ?? 0;
      if (held === 0 || order[held - 1] === key) return place;
      place = (place + 1) & mask;
    }
  };
  const grow = () => {
    bits++;
    const old = order;
    order = new Int32Array(1 << (bits - 1));
    order.set(old);
    places = new Int32Array(1 << bits);
    for (let i = 0; i < size; i++) places[placeOf(order[i] ?? 0)] = i + 1;
  };

  return {
    get size() {
      return size;
    },
    find: (key) => (places[placeOf(key)] ?? 0) - 1,
    add: (key) => {
      const place = placeOf(key);
      const held = places[place] ?? 0;
      if (held !== 0) return held - 1;
      if (size === order.length) {
        grow();
        order[size++] = key;
        places[placeOf(key)] = size;
        return size - 1;
      }
      order[size++] = key;
      places[place] = size;
      return size - 1;
    },
    keys: () => order.slice(0, size),
  };
}
