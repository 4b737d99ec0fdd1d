import type { Middleware } from 'botbuilder';
import { untimed } from '../phases.js';

/**
 * Turns of one conversation queue up; different conversations go on side by side. Bot Framework's state is "last writer
 * wins": without this, two quick messages would read the same state and one of them would be lost.
 */
export function oneAtATime(timed = untimed): Middleware & { readonly waiting: ReadonlyMap<string, Promise<void>> } {
  const tails = new Map<string, Promise<void>>();
  return {
    waiting: tails,
    async onTurn(context, next) {
      const { channelId, conversation } = context.activity;
      const key = `${channelId}|${conversation.id}`;
      const before = tails.get(key);
      let done = () => {};
      const mine = new Promise<void>((resolve) => {
        done = resolve;
      });
      tails.set(key, mine);
      await timed('queue', () => before);
      try {
        await next();
      } finally {
        done();
        if (tails.get(key) === mine) tails.delete(key);
      }
    },
  };
}
