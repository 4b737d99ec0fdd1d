import { ActivityTypes, DeliveryModes, type Middleware } from 'botbuilder';
import { LOCAL_SERVICE } from '../connector/local-connector.js';
import type { Log } from '../log.js';
import { turnLog } from '../turn/turn-log.js';

/**
 * Tells a channel at once that an answer is coming. The work does not wait for it, and it spoils no turn. The website's
 * own conversations show it themselves; whoever waits for the replies in the response would not see it.
 */
export function sendTyping(log: Log): Middleware {
  return {
    onTurn(context, next) {
      const { type, serviceUrl, deliveryMode } = context.activity;
      const isSeen = serviceUrl !== LOCAL_SERVICE && deliveryMode !== DeliveryModes.ExpectReplies;
      if (type === ActivityTypes.Message && isSeen) {
        // The channel may answer when the turn is over: its context is not to be had then.
        const ofTurn = turnLog(log, context);
        context.sendActivity({ type: ActivityTypes.Typing }).catch((error: unknown) => {
          ofTurn.debug({ event: 'typing not sent', error: String(error) });
        });
      }
      return next();
    },
  };
}
