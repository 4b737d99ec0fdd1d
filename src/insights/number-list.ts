import { grown } from '../knowledge/understanding/retrieval/grow-array.js';

/** Whole numbers of 32 bits, one behind the other: what is read some million times has to be near. */
export interface NumberList {
  /** What it holds; longer than it is filled, and another one after it has grown. */
  readonly values: Int32Array;
  readonly length: number;
  push(value: number): void;
}

export function openNumberList(): NumberList {
  let values: Int32Array = new Int32Array(1024);
  let length = 0;
  return {
    get values() {
      return values;
    },
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) values = grown(values, length + 1);
      values[length++] = value;
    },
  };
}
