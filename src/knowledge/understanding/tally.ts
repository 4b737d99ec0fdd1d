/** Sums by document, without making anything per question: a few nanoseconds an addition. */
export interface Tally {
  add(document: number, value: number): void;
  /** The same value for a list of documents: `documents[from … to)`. */
  addAll(documents: Int32Array, from: number, to: number, value: number): void;
  /** Hands out every document with its sum, and forgets them. */
  drain(each: (document: number, sum: number) => void): void;
}

export function createTally(): Tally {
  let sums = new Float64Array(1024);
  let touched = new Int32Array(1024);
  let count = 0;
  const makeRoom = (document: number) => {
    const [wider, longer] = [new Float64Array(document * 2), new Int32Array(document * 2)];
    wider.set(sums);
    longer.set(touched);
    [sums, touched] = [wider, longer];
  };
  const add = (document: number, value: number) => {
    if (document >= sums.length) makeRoom(document);
    const before = sums[document] ?? 0;
    if (before === 0) touched[count++] = document;
    sums[document] = before + value;
  };
  return {
    add,
    addAll: (documents, from, to, value) => {
      // Written out: this loop is most of the time that a question takes.
      for (let i = from; i < to; i++) {
        const document = documents[i] ?? 0;
        if (document >= sums.length) makeRoom(document);
        const before = sums[document] ?? 0;
        if (before === 0) touched[count++] = document;
        sums[document] = before + value;
      }
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
