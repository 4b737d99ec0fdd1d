/** A bucket that holds `burst` and fills at `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * Counts one call of this key, or what it costs. A call that costs more than the bucket holds passes when it is full.
 * @returns the seconds to wait before the next try; 0 when it may pass
 */
export type RateLimit = (key: string, cost?: number) => number;

/** Opens one of several limits; what is counted under one name is not counted under another. */
export type OpenRateLimit = (name: string, rate: Rate) => RateLimit;

/** The buckets of one limit, by key. */
export interface Buckets {
  readonly take: RateLimit;
  /** How much there is in it now. */
  level(key: string): number;
  /** Somebody knows that there is no more in it than this. */
  lower(key: string, level: number): void;
}

/** A flood of made-up keys must not fill the memory. */
export const MOST_KEYS = 20_000;

/** @param clock milliseconds that only go forward */
export function openBuckets({ burst, perSecond }: Rate, clock: () => number): Buckets {
  const buckets = new Map<string, { level: number; at: number }>();
  const levelNow = ({ level, at }: { level: number; at: number }, now: number) =>
    Math.min(burst, level + ((now - at) / 1000) * perSecond);
  const read = (key: string, now: number) => levelNow(buckets.get(key) ?? { level: burst, at: now }, now);
  const makeRoom = (key: string, now: number) => {
    if (buckets.size < MOST_KEYS || buckets.has(key)) return;
    for (const [name, bucket] of buckets) if (levelNow(bucket, now) >= burst) buckets.delete(name);
    // All of them are busy: the oldest goes.
    if (buckets.size >= MOST_KEYS) for (const name of [...buckets.keys()].slice(0, 1)) buckets.delete(name);
  };
  return {
    take(key, cost = 1) {
      const needed = Math.min(cost, burst);
      const now = clock();
      makeRoom(key, now);
      const level = read(key, now);
      const passes = level >= needed;
      buckets.set(key, { level: passes ? level - needed : level, at: now });
      return passes ? 0 : Math.max(1, Math.ceil((needed - level) / perSecond));
    },
    level: (key) => read(key, clock()),
    lower(key, level) {
      const now = clock();
      makeRoom(key, now);
      buckets.set(key, { level: Math.min(level, read(key, now)), at: now });
    },
  };
}
