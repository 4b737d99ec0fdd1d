/**
 * The time up to which is deleted. A clock that leaps forward is believed when it still says so at the next look: nothing
 * is deleted early because it was wrong for a while.
 * @param clock milliseconds that only go forward
 */
export function believedTime(now: () => Date, clock: () => number): () => Date {
  let last: { readonly wall: number; readonly at: number } | undefined;
  return () => {
    const look = { wall: now().getTime(), at: clock() };
    const expected = last === undefined ? look.wall : last.wall + look.at - last.at;
    last = look;
    return new Date(Math.min(look.wall, expected));
  };
}
