/**
 * A clock for lengths of time, in milliseconds since 1970 at the beginning: it goes with the one on the wall, and goes on
 * from where it was when that one is set back. What is kept for half an hour is never kept for longer by that.
 */
export function steadyClock(now: () => Date): () => number {
  let last = now().getTime();
  let elapsed = last;
  return () => {
    const wall = now().getTime();
    elapsed += Math.max(0, wall - last);
    last = wall;
    return elapsed;
  };
}
