import { type Activity, ActivityTypes, DeliveryModes, type TurnContext } from 'botbuilder';
import { shortDigest } from '../short-digest.js';
import { invokeAnswer, respond } from './invoke-response.js';
import { recordOf } from './turn-record.js';
import type { TurnState } from './turn-state.js';

/** How many activities of a conversation are known again: channels deliver again within seconds, people type slower. */
const MOST_KNOWN = 20;

/** The name under which they are stored with the state of their conversation. */
export const KNOWN = 'known';

/** What is stored with a conversation, in the transaction of the turn that it tells of. */
interface Known {
  /** See {@link nameOf}; the newest last. */
  readonly names: readonly string[];
  /** What the newest was answered with, when its sender waits for the replies in the response. */
  readonly said?: readonly Partial<Activity>[];
}

/** Activities that have had their turn, and how they were answered. */
export interface KnownActivities {
  /**
   * Answers an activity whose turn has been stored, by this process or by one before it, the way it was answered then.
   * @returns false when it has had no turn
   */
  answerAgain(context: TurnContext): Promise<boolean>;
  /** Notes the activity of this turn with what is said in it; to be stored with the state. */
  note(context: TurnContext, said: readonly Partial<Activity>[]): Promise<void>;
}

/**
 * The activities of a conversation that have had their turn. A process that was killed between a turn and its response
 * is asked again: the steps must not go on twice, and whoever waits must hear what they have not heard yet.
 * @param below the sentence that the answer stands below, in the language of this locale
 */
export function knownActivities(state: TurnState, below: (locale: string | undefined) => string): KnownActivities {
  const stored = state.property<Known>(KNOWN);
  return {
    async answerAgain(context) {
      const { activity } = context;
      const name = nameOf(activity);
      const { names = [], said = [] } = (await stored.get(context)) ?? {};
      if (name === undefined || !names.includes(name)) return false;
      if (activity.type === ActivityTypes.Invoke) respond(context, invokeAnswer(activity, below(activity.locale)));
      else if (awaitsReplies(activity) && names.at(-1) === name && said.length > 0)
        await context.sendActivities([...said]);
      return true;
    },
    async note(context, said) {
      const name = nameOf(context.activity);
      if (name === undefined) return;
      const { names = [] } = (await stored.get(context)) ?? {};
      const newest = [...names, name].slice(-MOST_KNOWN);
      await stored.set(context, awaitsReplies(context.activity) ? { names: newest, said } : { names: newest });
    },
  };
}

/** Whether the sender reads the replies in the response to its request (`expectReplies` of Bot Framework). */
export const awaitsReplies = ({ deliveryMode }: Partial<Activity>): boolean =>
  deliveryMode === DeliveryModes.ExpectReplies;

/** Whoever reads what is stored, or waits for the replies in the response, has had what was said; others may not. */
export const keepsWhatIsSaid = (context: TurnContext): boolean =>
  recordOf(context).writes?.storesReplies === true || awaitsReplies(context.activity);

/**
 * What an activity is known by in its conversation, of the same length whatever its sender calls it. Nothing when it has
 * no name, or is a turn of our own making (a reminder), which carries the id of the message that it refers to.
 */
export function nameOf({ id, type, timestamp }: Partial<Activity>): string | undefined {
  if (!id || type === ActivityTypes.Event) return undefined;
  // A message is changed more than once, under the one id.
  const when = type === ActivityTypes.MessageUpdate ? `|${timestamp}` : '';
  return shortDigest(`${type}|${id}${when}`);
}
