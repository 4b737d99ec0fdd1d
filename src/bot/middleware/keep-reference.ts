import type { Middleware } from 'botbuilder';
import { readRemoval } from '../../channels/teams/read-removal.js';
import { LOCAL_SERVICE } from '../connector/local-connector.js';
import { keptReference } from '../kept-reference.js';
import { conversationKey } from '../turn/conversation-key.js';
import { beganWrites } from '../turn/turn-record.js';

/** How many conversations are known to be kept already; more are looked at again. */
const MOST_KNOWN = 5000;

/**
 * Keeps how a conversation is reached, so that something can be said in it that nobody has just asked for. Written when
 * it is new, has changed, or a day has gone by; conversations of this process need none.
 */
export function keepReference(now: () => Date): Middleware {
  const known = new Map<string, string>();
  return {
    async onTurn(context, next) {
      const { activity } = context;
      const writes = beganWrites(context);
      const conversation = conversationKey(activity);
      if (readRemoval(activity)) {
        // The turn forgets it, with all others that went with it; they may come back today.
        known.clear();
      } else if (activity.serviceUrl && activity.serviceUrl !== LOCAL_SERVICE && activity.type !== 'event') {
        const reference = keptReference(activity);
        const kept = `${now().toISOString().slice(0, 10)} ${JSON.stringify(reference)}`;
        if (known.get(conversation) !== kept) {
          await writes.references.keep(conversation, reference);
          writes.onCommitted(() => {
            if (known.size >= MOST_KNOWN) known.clear();
            known.set(conversation, kept);
          });
        }
      }
      await next();
    },
  };
}
