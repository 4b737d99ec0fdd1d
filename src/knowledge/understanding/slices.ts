/** Lets others have their turn: `() => new Promise(setImmediate)`. */
export type Pause = () => Promise<unknown>;

/** Does sliced work in one go. */
export function run<T>(slices: Generator<void, T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** Does sliced work with a pause after each slice. */
export async function runInSlices<T>(slices: Generator<void, T>, pause: Pause): Promise<T> {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    await pause();
  }
}
