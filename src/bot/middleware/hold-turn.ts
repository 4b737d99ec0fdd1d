import { ActivityTypes, type Middleware } from 'botbuilder';
import { actionSchema } from '../../channels/action.js';
import { untimed } from '../phases.js';
import type { SharedTurns } from '../turn/shared-turns.js';
import { recordOf } from '../turn/turn-record.js';

/**
 * Holds the turn against the other processes that serve the same conversations. It stands behind the queue of this one,
 * and around what is stored: the next turn begins, wherever, with what this one has left.
 */
export function holdTurn(shared: SharedTurns, isCancel: (text: string) => boolean, timed = untimed): Middleware {
  return {
    async onTurn(context, next) {
      const { activity } = context;
      const cancels = () => {
        if (activity.type !== ActivityTypes.Message) return false;
        const action = actionSchema.safeParse(activity.value?.passerelle);
        return action.success ? action.data.kind === 'cancel' : isCancel(activity.text ?? '');
      };
      const turn = await timed('lease', () => shared.enter(activity, cancels));
      if (!turn) return;
      recordOf(context).proof = turn.proof;
      try {
        await next();
      } finally {
        await turn.leave();
      }
    },
  };
}
