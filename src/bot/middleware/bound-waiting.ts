import { ActivityTypes, type Middleware, type TurnContext } from 'botbuilder';
import { LOCAL_CHANNEL } from '../../channels/web/local-channel.js';
import { conversationKey } from '../turn/conversation-key.js';

/** How many turns of one conversation may go on or wait, of a channel that delivers again what was refused. */
const MOST_TURNS = 30;

/**
 * Refuses what comes for a conversation in which too much waits already: it has had no turn and may come again. It stands
 * before what knows activities, or the second delivery would be taken for the first.
 * @param refuse answers the request
 */
export function boundWaiting(refuse: (context: TurnContext) => void): Middleware {
  const turns = new Map<string, number>();
  return {
    async onTurn(context, next) {
      const { type, channelId } = context.activity;
      // Turns of our own making come one at a time, and the website refuses before it has taken a post: then it owes an answer.
      if (type === ActivityTypes.Event || channelId === LOCAL_CHANNEL) return next();
      const key = conversationKey(context.activity);
      const before = turns.get(key) ?? 0;
      if (before >= MOST_TURNS) return refuse(context);
      turns.set(key, before + 1);
      try {
        await next();
      } finally {
        const left = (turns.get(key) ?? 1) - 1;
        if (left > 0) turns.set(key, left);
        else turns.delete(key);
      }
    },
  };
}
