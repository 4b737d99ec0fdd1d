/** A list of numbers in a typed array that grows: a quarter to a half of the memory of a plain array. */
export interface GrowingArray {
  readonly length: number;
  push(value: number): void;
  /** The value at an index below `length`; 0 beyond it. */
  at(index: number): number;
  set(index: number, value: number): void;
}

/** 32-bit integers. */
export function createNumbers(): GrowingArray {
  return growing((length) => new Int32Array(length));
}

/** Integers from 0 to 255. */
export function createBytes(): GrowingArray {
  return growing((length) => new Uint8Array(length));
}

function growing(make: (length: number) => Int32Array | Uint8Array): GrowingArray {
  let held = make(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (value) => {
      if (length === held.length) {
        const wider = make(length * 2);
        wider.set(held);
        held = wider;
      }
      held[length++] = value;
    },
    at: (index) => held[index] ?? 0,
    set: (index, value) => {
      held[index] = value;
    },
  };
}
