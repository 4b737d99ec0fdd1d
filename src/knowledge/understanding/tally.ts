/** Sums by document, without making anything per question: a few nanoseconds an addition. */
export interface Tally {
  add(document: number, value: number): void;
  /** Hands out every document with its sum, and forgets them. */
  drain(each: (document: number, sum: number) => void): void;
}

export function createTally(): Tally {
  let sums = new Float64Array(1024);
  let touched = new Int32Array(1024);
  let count = 0;
  return {
    add: (document, value) => {
      if (document >= sums.length) {
        const [wider, longer] = [new Float64Array(document * 2), new Int32Array(document * 2)];
        wider.set(sums);
        longer.set(touched);
        [sums, touched] = [wider, longer];
      }
      const before = sums[document] ?? 0;
      if (before === 0) touched[count++] = document;
      sums[document] = before + value;
    },
    drain: (each) => {
      for (let i = 0; i < count; i++) {
        const document = touched[i] ?? 0;
        each(document, sums[document] ?? 0);
        sums[document] = 0;
      }
      count = 0;
    },
  };
}
