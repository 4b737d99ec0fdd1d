import { doublingPause } from '../outbox/doubling-pause.js';

/** How a delivery that failed is tried again. */
export interface RetrySettings {
  /** Before the second try, in seconds; it doubles from try to try. */
  readonly firstSeconds: number;
  readonly longestMinutes: number;
  /** After so many days without success it is given up. */
  readonly giveUpDays: number;
}

export const RETRY: RetrySettings = { firstSeconds: 30, longestMinutes: 60, giveUpDays: 3 };

/**
 * How long to wait before the next try, in milliseconds: between half of the doubling pause and all of it, so that a
 * destination that comes back is not run over by everything that has waited.
 * @param tries how many have failed, from 1
 * @param random a number in [0, 1) per call
 */
export function retryPause(
  tries: number,
  { firstSeconds, longestMinutes }: RetrySettings,
  random: () => number,
): number {
  const pause = doublingPause(tries, firstSeconds * 1000, longestMinutes * 60_000);
  return Math.round(pause * (0.5 + random() / 2));
}
