import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { CHECK_SETS, type CheckSets } from './check-sets.js';

/** The world's parts that a test replaces. */
export interface World {
  readonly now?: () => Date;
  /** Milliseconds; unlike the clock on the wall it never goes back. */
  readonly clock?: () => number;
  /** A number in [0, 1) per call. */
  readonly random?: () => number;
  /** Resolves after that many milliseconds; rejects when the signal is aborted. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** The sets of checks that a deployment may name. */
  readonly checkSets?: CheckSets;
}

/** The world as it is, but for the parts that are given. */
export function wholeWorld({
  now = () => new Date(),
  clock = () => performance.now(),
  random = secureRandom,
  wait = sleep,
  checkSets = CHECK_SETS,
}: World): Required<World> {
  return { now, clock, random, wait, checkSets };
}

/** Waits to the end: for what nobody stops. */
export function withoutStop(wait: Required<World>['wait']): (milliseconds: number) => Promise<void> {
  return (milliseconds) => wait(milliseconds, new AbortController().signal);
}

/** Does not keep the process alive. */
const sleep: Required<World>['wait'] = (milliseconds, signal) =>
  setTimeout(milliseconds, undefined, { signal, ref: false });

/** Uniform in [0, 1), from the system's generator: references must not be guessed. */
function secureRandom(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
