import type { Middleware, TurnContext } from 'botbuilder';
import type { Gathered } from '../../storage/commit-queue.js';
import { recordOf } from '../turn/turn-record.js';
import type { TurnWrites } from '../turn/turn-writes.js';

/**
 * Stores what a turn writes in one transaction at its end. A turn that breaks leaves nothing behind but what the error
 * handler writes. It stands behind the queue: the next turn of the conversation begins with what this one has left.
 */
export function oneWrite(
  openWrites: (proof?: Gathered) => TurnWrites,
  onError: (context: TurnContext, error: Error) => Promise<void>,
): Middleware {
  return {
    async onTurn(context, next) {
      const record = recordOf(context);
      const writes = openWrites(record.proof);
      record.writes = writes;
      // Read before the turn was ours: another may have had it since.
      record.state = undefined;
      try {
        await next();
        await writes.commit();
      } catch (error) {
        writes.drop();
        await onError(context, error instanceof Error ? error : new Error(String(error)));
        await writes.commit();
      }
    },
  };
}
