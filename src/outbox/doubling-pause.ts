/**
 * How long to wait before another try: `first` before the second, twice that before the third, and so on up to `longest`.
 * @param tries how many have failed, from 1
 * @returns in the unit of the two
 */
export function doublingPause(tries: number, first: number, longest: number): number {
  return Math.min(first * 2 ** (tries - 1), longest);
}
