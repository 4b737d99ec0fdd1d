import type { Period } from './insights.js';

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

/** When the day (UTC) begins that a moment (ISO 8601, UTC) lies in, in milliseconds. */
export const midnightOf = (at: string): number => Date.parse(`${at.slice(0, 10)}T00:00:00.000Z`);

/** Each day (UTC) of a period, as far as it lies in it. */
export function daysOf({ from, to }: Period): readonly (readonly [day: string, of: Period])[] {
  const days: (readonly [string, Period])[] = [];
  for (let start = from; start < to; ) {
    const next = new Date(midnightOf(start) + DAY).toISOString();
    days.push([start.slice(0, 10), { from: start, to: next < to ? next : to }]);
    start = next;
  }
  return days;
}
