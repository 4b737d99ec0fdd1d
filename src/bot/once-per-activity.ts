import { ActivityTypes, INVOKE_RESPONSE_KEY, type Middleware } from 'botbuilder';
import { conversationKey } from './conversation-key.js';

/** How long an activity is known again, in milliseconds: channels deliver again within seconds. */
const KEPT_FOR = 15 * 60 * 1000;
/** How many are known at once; at 20 a second, a quarter of an hour's. */
const MOST_KEPT = 20_000;

interface Turn {
  readonly at: number;
  /** What its request was answered with, once it is over. */
  readonly response: Promise<unknown>;
}

/**
 * Teams delivers an activity again when it was not answered in time: the second delivery does nothing. A click delivered
 * again is answered like the first. Known in this process only; several of them need each conversation to stay with one.
 */
export function oncePerActivity(now: () => Date): Middleware & { readonly known: ReadonlyMap<string, unknown> } {
  const known = new Map<string, Turn>();
  return {
    known,
    async onTurn(context, next) {
      const { id, type } = context.activity;
      // Turns of our own making (reminders) carry the id of the message that they refer to.
      if (!id || type === ActivityTypes.Event) return next();
      const at = now().getTime();
      forgetOld(known, at);
      const key = `${conversationKey(context.activity)}|${type}|${id}`;
      const first = known.get(key);
      if (first) {
        if (type === ActivityTypes.Invoke) context.turnState.set(INVOKE_RESPONSE_KEY, await first.response);
        return;
      }
      let over = (_response: unknown) => {};
      known.set(key, { at, response: new Promise((resolve) => (over = resolve)) });
      try {
        await next();
      } finally {
        over(context.turnState.get(INVOKE_RESPONSE_KEY));
      }
    },
  };
}

/** A Map lists what was added first, first. */
function forgetOld(known: Map<string, Turn>, now: number): void {
  for (const [key, { at }] of known) {
    if (now - at < KEPT_FOR && known.size < MOST_KEPT) return;
    known.delete(key);
  }
}
