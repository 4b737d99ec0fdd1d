import type { Sent } from '../../handoff/destination.js';
import type { Log } from '../log.js';

/** One fault may be a hiccup; whoever fails twice in a row is down. */
const DOWN_AFTER = 2;

/** How a destination does. */
export interface Health {
  /** `unknown`: nothing was sent to it since the start. */
  readonly state: 'unknown' | 'up' | 'down';
  /** ISO 8601, UTC: since when it is so. */
  readonly since?: string;
  readonly why?: string;
}

/** How the destinations do, by their ids. */
export interface DestinationHealth {
  note(destination: string, came: Sent): void;
  of(destination: string): Health;
}

/** How each destination does, by what was sent to it last: deliveries and probes. Its changes are logged. */
export function destinationHealth(now: () => Date, log: Log): DestinationHealth {
  const known = new Map<string, Health>();
  const failures = new Map<string, number>();
  const of = (destination: string): Health => known.get(destination) ?? { state: 'unknown' };
  return {
    of,
    note(destination, came) {
      const before = of(destination);
      const failed = came.kind === 'failed' ? (failures.get(destination) ?? 0) + 1 : 0;
      failures.set(destination, failed);
      if (came.kind === 'accepted') {
        if (before.state === 'up') return;
        known.set(destination, { state: 'up', since: now().toISOString() });
        if (before.state === 'down') log.info({ event: 'destination up', destination });
      } else if (failed >= DOWN_AFTER) {
        const since = before.state === 'down' ? before.since : now().toISOString();
        known.set(destination, { state: 'down', why: came.why, ...(since === undefined ? {} : { since }) });
        if (before.state !== 'down') log.error({ event: 'destination down', destination, why: came.why });
      }
    },
  };
}
