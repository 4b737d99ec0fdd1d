import type { Case } from '../../handoff/case.js';
import type { Destination, Sent } from '../../handoff/destination.js';
import { type RetrySettings, retryPause } from '../../handoff/retry-pause.js';
import type { ClaimedHandoff, HandoffQueue } from '../../storage/sql-handoffs.js';
import type { Log } from '../log.js';
import type { DestinationHealth } from './destination-health.js';
import { withinTime } from './within-time.js';

/** How much one destination is told at once. */
const MOST_AT_ONCE = 10;
const DAY = 24 * 60 * 60 * 1000;

/** What deliveries need, whatever the destination. */
export interface DeliverHandoffsDeps {
  readonly handoffs: HandoffQueue;
  readonly findCase: (reference: string) => Promise<Case | undefined>;
  readonly retry: RetrySettings;
  readonly health: DestinationHealth;
  readonly log: Log;
  readonly now: () => Date;
  /** A number in [0, 1) per call. */
  readonly random: () => number;
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Tells one destination what is due there. Each destination has a run of its own: one that hangs keeps no other waiting;
 * one that is down is asked with one case at a time until it is up again.
 */
export function deliverHandoffs(deps: DeliverHandoffsDeps, destination: Destination): () => Promise<void> {
  const { handoffs, health, retry, random } = deps;
  const { id } = destination;
  return async () => {
    while (true) {
      const most = health.of(id).state === 'down' ? 1 : MOST_AT_ONCE;
      const due = await handoffs.claimDue(id, most, (tries) => retryPause(tries, retry, random));
      const came = await Promise.all(due.map((each) => deliver(deps, destination, each)));
      // Whoever fails is left alone for a moment.
      if (due.length < most || came.includes('failed')) return;
    }
  };
}

async function deliver(
  deps: DeliverHandoffsDeps,
  destination: Destination,
  due: ClaimedHandoff,
): Promise<Sent['kind']> {
  const { handoffs, health, log, retry, now } = deps;
  const { reference, event, triesBefore } = due;
  const fields = { destination: destination.id, reference, what: event };
  const handedOver = await deps.findCase(reference);
  if (!handedOver) {
    // Deleted, or not to be read: tried again it would be the same.
    await handoffs.close(due.id, 'given-up', due.remote, 'the case is not there');
    log.error({ event: 'hand-off given up', ...fields, why: 'the case is not there' });
    return 'accepted';
  }
  const came = await send(deps, destination, due, handedOver);
  health.note(destination.id, came);
  const remote = { ...due.remote, ...came.remote };
  if (came.kind === 'accepted') {
    await handoffs.close(due.id, 'said', remote);
    log.info({ event: 'hand-off delivered', ...fields, tries: triesBefore + 1 });
    return 'accepted';
  }
  const { why, retryAfterSeconds } = came;
  if (now().getTime() - due.firstTryAt.getTime() >= retry.giveUpDays * DAY) {
    await handoffs.close(due.id, 'given-up', remote, why);
    log.error({ event: 'hand-off given up', ...fields, why });
  } else {
    const seconds = Math.min(Math.max(retryAfterSeconds ?? 0, retry.firstSeconds), retry.longestMinutes * 60);
    const wished = retryAfterSeconds === undefined ? undefined : new Date(now().getTime() + seconds * 1000);
    await handoffs.progress(due.id, remote, why, wished);
    log.warn({ event: 'hand-off not delivered', ...fields, tries: triesBefore + 1, why });
  }
  return 'failed';
}

async function send(
  { log, wait }: DeliverHandoffsDeps,
  destination: Destination,
  { key, event, triesBefore, remote }: ClaimedHandoff,
  handedOver: Case,
): Promise<Sent> {
  try {
    return await withinTime(wait, (signal) =>
      destination.deliver({ key, event, handedOver, triesBefore, remote }, signal),
    );
  } catch (error) {
    // A bug of ours must not lose a case: it is tried again like any other.
    log.error({ event: 'destination broken', destination: destination.id, error: String(error) });
    return { kind: 'failed', why: 'a fault of Passerelle itself, see the log' };
  }
}
