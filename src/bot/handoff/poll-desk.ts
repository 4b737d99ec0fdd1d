import type { Case } from '../../handoff/case.js';
import type { DeskCall } from '../../handoff/teamwork-desk/desk-call.js';
import { readDeskReplies } from '../../handoff/teamwork-desk/desk-replies.js';
import type { HandoffQueue } from '../../storage/sql-handoffs.js';
import type { Log } from '../log.js';
import type { TakeAnswer } from './take-answer.js';

/** Tickets that are looked through at once, the newest; Desk takes 120 requests a minute of one key. */
const MOST_TICKETS = 50;
const LONGEST_MS = 10_000;

interface PollDeps {
  readonly queue: Pick<HandoffQueue, 'openedAt'>;
  readonly findCase: (reference: string) => Promise<Case | undefined>;
  readonly take: TakeAnswer;
  readonly log: Log;
  readonly now: () => Date;
}

/** Looks through the tickets of the cases that are open for what agents have answered. */
export function pollDesk({ queue, findCase, take, log, now }: PollDeps, destination: string, call: DeskCall) {
  return async (): Promise<void> => {
    for (const { reference, remote } of await queue.openedAt(destination, MOST_TICKETS)) {
      const handedOver = remote.ticket === undefined ? undefined : await findCase(reference);
      if (!handedOver || handedOver.closedAt) continue;
      const replies = await readDeskReplies(call, remote, now(), AbortSignal.timeout(LONGEST_MS));
      if ('why' in replies) {
        // One that is refused is likely not to be the only one: the rest waits for the next time.
        log.warn({ event: 'ticket not read', destination, reference, why: replies.why });
        return;
      }
      const known = new Set((handedOver.answers ?? []).map(({ id }) => id));
      for (const reply of replies) if (!known.has(reply.id)) await take(reference, reply);
    }
  };
}
