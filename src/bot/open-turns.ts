import { createRunningReads } from '../dialogs/account/account-service.js';
import type { Log } from './log.js';
import type { openStorage } from './open-storage.js';
import { openSharedTurns } from './turn/shared-turns.js';
import { type World, withoutStop } from './world.js';

interface TurnsDeps {
  readonly shared: Awaited<ReturnType<typeof openStorage>>['shared'];
  readonly log: Log;
  readonly world: Pick<Required<World>, 'clock' | 'wait'>;
}

/** The looks at accounts that go on, and, where several processes serve, the turns that they share. */
export function openTurns({ shared, log, world: { clock, wait } }: TurnsDeps) {
  const sharedTurns =
    shared &&
    openSharedTurns({
      leases: shared.leases,
      stopElsewhere: (conversation) => shared.notices.tell({ kind: 'stop', conversation }),
      wait: withoutStop(wait),
      onFault: (why) => log.warn({ event: 'turn not shared', why }),
      clock,
    });
  return { sharedTurns, reads: createRunningReads(sharedTurns?.setReading) };
}
