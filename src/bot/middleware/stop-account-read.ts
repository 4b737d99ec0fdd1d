import { ActivityTypes, type Middleware } from 'botbuilder';
import { actionSchema } from '../../channels/action.js';
import type { RunningReads } from '../../dialogs/account/account-service.js';
import { conversationKey } from '../turn/conversation-key.js';

/**
 * "Cancel" while an account is being looked at stops the look at once instead of queueing behind it; the look's own turn
 * then says so, and this message has been answered. It stands before the queue, and behind `scrubSecrets`: what it judges
 * holds no secret any more.
 */
export function stopAccountRead(reads: RunningReads, isCancel: (text: string) => boolean): Middleware {
  return {
    async onTurn({ activity }, next) {
      const conversation = conversationKey(activity);
      if (activity.type !== ActivityTypes.Message || !reads.isGoing(conversation)) return next();
      const action = actionSchema.safeParse(activity.value?.passerelle);
      const cancels = action.success ? action.data.kind === 'cancel' : isCancel(activity.text ?? '');
      if (!cancels) return next();
      reads.stop(conversation);
    },
  };
}
