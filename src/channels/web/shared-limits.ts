import { MOST_KEYS, type OpenRateLimit, openBuckets, type Rate } from './rate-limit.js';

/** What one process has let pass of a bucket and the others do not know yet. */
export interface Spent {
  readonly name: string;
  /** How long the bucket takes to fill up by as much, in seconds. */
  readonly seconds: number;
  /** How long it takes to fill up from nothing, in seconds. */
  readonly fillsIn: number;
}

/** The buckets as all processes together have emptied them. */
export interface RateLevels {
  /** Counts what was spent. @returns by name, the seconds until each of these buckets is full */
  spend(spent: readonly Spent[]): Promise<ReadonlyMap<string, number>>;
}

interface SharedLimitsDeps {
  readonly levels: RateLevels;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
  /** Told when others cannot be told any more, once until it goes again: each process then counts by itself. */
  readonly onFault: (why: string) => void;
}

/** Limits that several processes count together. */
export interface SharedLimits {
  readonly open: OpenRateLimit;
  /** Tells the others what was let pass; to be called about once a second. */
  exchange(): Promise<void>;
}

/** Below this share of a bucket the others are told, so that each telling is worth its row. */
const WORTH_TELLING = 0.1;
/** Buckets that hold less than this are for what must not be guessed: each try is told at once. */
const FEW_TRIES = 10;
/** Rows of one telling at most; the rest follows in the next. */
const MOST_AT_ONCE = 2000;

interface Limit {
  readonly name: string;
  readonly rate: Rate;
  readonly lower: (key: string, level: number) => void;
  /** Let pass here, and not told yet, by key. */
  readonly untold: Map<string, number>;
}

interface Telling extends Spent {
  readonly limit: Limit;
  readonly key: string;
  readonly cost: number;
}

/**
 * Limits that are counted here, without a question to anybody, and told to the other processes in batches: what one let
 * pass is in the others' count a second later, at once when a bucket is half empty. What passed too many in between is a
 * debt that is waited for before the next one passes.
 */
export function openSharedLimits({ levels, clock, onFault }: SharedLimitsDeps): SharedLimits {
  const limits: Limit[] = [];
  let telling: Promise<void> | undefined;
  let isUrgent = false;
  let isLost = false;

  const collect = (): readonly Telling[] => {
    const all: Telling[] = [];
    for (const limit of limits) {
      const { burst, perSecond } = limit.rate;
      for (const [key, cost] of limit.untold) {
        if (cost < burst * WORTH_TELLING) continue;
        if (all.length === MOST_AT_ONCE) return all;
        limit.untold.delete(key);
        const [name, seconds, fillsIn] = [`${limit.name} ${key}`, cost / perSecond, burst / perSecond];
        all.push({ limit, key, cost, name, seconds, fillsIn });
      }
    }
    return all;
  };

  const tell = async () => {
    const all = collect();
    if (all.length === 0) return;
    try {
      const untilFull = await levels.spend(all);
      for (const { limit, key, name } of all) {
        const { burst, perSecond } = limit.rate;
        const level = burst - (untilFull.get(name) ?? 0) * perSecond - (limit.untold.get(key) ?? 0);
        limit.lower(key, level);
      }
      isLost = false;
    } catch (error) {
      for (const { limit, key, cost } of all) keep(limit, key, cost);
      if (!isLost) onFault(error instanceof Error ? error.message : String(error));
      isLost = true;
    }
  };

  /** Never two at once: what one has told, the next need not tell. */
  const exchange = async (): Promise<void> => {
    telling ??= tell().finally(() => {
      telling = undefined;
    });
    await telling;
  };

  const hurry = () => {
    if (isUrgent) return;
    isUrgent = true;
    setImmediate(async () => {
      await telling;
      isUrgent = false;
      await exchange();
    });
  };

  return {
    exchange,
    open(name, rate) {
      const { take, level, lower } = openBuckets(rate, clock);
      const limit: Limit = { name, rate, lower, untold: new Map() };
      limits.push(limit);
      return (key, cost = 1) => {
        const wait = take(key, cost);
        if (wait > 0) return wait;
        const untold = keep(limit, key, cost);
        const isScarce = rate.burst <= FEW_TRIES || level(key) < rate.burst / 2;
        // Without the database it is tried again once a second.
        if (isScarce && !isLost && untold >= rate.burst * WORTH_TELLING) hurry();
        return 0;
      };
    },
  };
}

/** However long nobody can be told, it is no more than one bucket. @returns how much of it is not told */
function keep({ untold, rate }: Limit, key: string, cost: number): number {
  if (untold.size >= MOST_KEYS && !untold.has(key))
    for (const [oldest] of [...untold].slice(0, 1)) untold.delete(oldest);
  const all = Math.min(rate.burst, (untold.get(key) ?? 0) + cost);
  untold.set(key, all);
  return all;
}
