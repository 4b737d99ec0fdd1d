import type { Destination, Sent } from '../../handoff/destination.js';
import { syntheticCase } from '../../handoff/synthetic-case.js';
import type { HandoffQueue } from '../../storage/sql-handoffs.js';
import type { Log } from '../log.js';
import type { DestinationHealth } from './destination-health.js';
import { withinTime } from './within-time.js';

interface ProbeDeps {
  readonly queue: Pick<HandoffQueue, 'probeRemote' | 'keepProbe'>;
  readonly health: DestinationHealth;
  readonly log: Log;
  readonly now: () => Date;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The reference of every probe: no case has it, its letters are none that references are made of. */
export const PROBE = 'P-TEST-0000';

/** Sends one synthetic case to a destination; what it comes to is the destination's health. */
export function probeDestination(deps: ProbeDeps, destination: Destination): () => Promise<void> {
  const { queue, health, log, now, wait } = deps;
  const { id } = destination;
  return async () => {
    const remote = await queue.probeRemote(id);
    const probe = (signal: AbortSignal) => destination.probe(syntheticCase(PROBE, now()), remote, signal);
    const came = await withinTime(wait, probe).catch((error: unknown): Sent => {
      log.error({ event: 'destination broken', destination: id, error: String(error) });
      return { kind: 'failed', why: 'a fault of Passerelle itself, see the log' };
    });
    if (came.remote) await queue.keepProbe(id, came.remote);
    health.note(id, came);
    if (came.kind === 'failed') log.warn({ event: 'probe failed', destination: id, why: came.why });
    else log.debug({ event: 'probe arrived', destination: id });
  };
}
