import type { Middleware, TurnContext } from 'botbuilder';
import { recordOf } from '../turn/turn-record.js';
import type { TurnWrites } from '../turn/turn-writes.js';

/**
 * Stores what a turn writes in one transaction at its end. A turn that breaks leaves nothing behind but what the error
 * handler writes. It stands behind the queue: the next turn of the conversation begins with what this one has left.
 */
export function oneWrite(
  openWrites: () => TurnWrites,
  onError: (context: TurnContext, error: Error) => Promise<void>,
): Middleware {
  return {
    async onTurn(context, next) {
      const writes = openWrites();
      recordOf(context).writes = writes;
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
