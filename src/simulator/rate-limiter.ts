/** How the practice Desk limits requests (docs/teamwork-desk-api.md 1.5). */
export interface RateOptions {
  readonly limit: number;
  readonly windowMs: number;
  /** What `X-Rate-Limit-Reset` holds: the length of the window, or its end in epoch seconds. */
  readonly resetAs: 'seconds' | 'epoch';
}

export const DESK_RATE: RateOptions = { limit: 120, windowMs: 60_000, resetAs: 'seconds' };

/** Wrong keys are counted too; a flood of made-up ones must not fill the memory. */
const MOST_KEYS = 1_000;

export interface RateLimiter {
  /** Counts one request of this key, also a rejected one, and says whether it may pass. */
  count(key: string): { readonly isAllowed: boolean; readonly headers: Readonly<Record<string, string>> };
}

/** A sliding log per key, as Teamwork's open-source limiter keeps it: hammering during a block prolongs it. */
export function createRateLimiter(options: RateOptions, clock: () => number): RateLimiter {
  const log = new Map<string, number[]>();
  return {
    count(key) {
      const now = clock();
      if (log.size > MOST_KEYS) log.clear();
      const recent = [...(log.get(key) ?? []), now]
        .filter((at) => at > now - options.windowMs)
        .slice(-options.limit - 1);
      log.set(key, recent);
      const left = options.limit - recent.length;
      const seconds = Math.round(options.windowMs / 1000);
      const headers = {
        'X-Rate-Limit-Limit': String(options.limit),
        'X-Rate-Limit-Remaining': String(Math.max(0, left)),
        'X-Rate-Limit-Reset': String(options.resetAs === 'epoch' ? Math.round(now / 1000) + seconds : seconds),
      };
      return { isAllowed: left >= 0, headers };
    },
  };
}
