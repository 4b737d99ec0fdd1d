import { ActivityTypes, INVOKE_RESPONSE_KEY, type Middleware } from 'botbuilder';
import { conversationKey } from '../turn/conversation-key.js';
import { awaitsReplies, type KnownActivities, keepsWhatIsSaid, nameOf } from '../turn/known-activities.js';
import { recordOf } from '../turn/turn-record.js';

/** How long an activity is known again in memory, in milliseconds: channels deliver again within seconds. */
const KEPT_FOR = 15 * 60 * 1000;
/** How many are known in memory at once; at 20 a second, a quarter of an hour's. */
const MOST_KEPT = 20_000;

interface TurnUnderWay {
  readonly at: number;
  /** What its request was answered with, once it is over, and whether it broke. */
  readonly over: Promise<{ readonly response: unknown; readonly isBroken: boolean }>;
}

/**
 * Teams delivers an activity again when it was not answered in time: the second delivery does nothing, and is answered
 * like the first. It stands before the queue and knows the turns that still go on; {@link notAgain} stands behind it
 * and knows those that a process before this one has stored.
 */
export function oncePerActivity(
  known: Pick<KnownActivities, 'answerAgain'>,
  now: () => Date,
): Middleware & { readonly known: ReadonlyMap<string, unknown> } {
  const turns = new Map<string, TurnUnderWay>();
  const once: Middleware = {
    async onTurn(context, next) {
      const { activity, turnState } = context;
      const name = nameOf(activity);
      if (name === undefined) return next();
      const at = now().getTime();
      forgetOld(turns, at);
      const key = `${conversationKey(activity)}|${name}`;
      const first = turns.get(key);
      if (first) {
        const { response, isBroken } = await first.over;
        if (activity.type === ActivityTypes.Invoke) turnState.set(INVOKE_RESPONSE_KEY, response);
        if (!awaitsReplies(activity) || (await known.answerAgain(context)) || !isBroken) return;
        // Nothing of it is stored, and the apology may have reached nobody.
        if (turns.get(key) === first) turns.delete(key);
        return once.onTurn(context, next);
      }
      let end = (_over: Awaited<TurnUnderWay['over']>) => {};
      let isBroken = true;
      turns.set(key, { at, over: new Promise((resolve) => (end = resolve)) });
      try {
        await next();
        isBroken = recordOf(context).failed === true;
        // A channel that delivers again has not been answered: what failed the first time may do better now.
        if (isBroken && !keepsWhatIsSaid(context)) turns.delete(key);
      } catch (error) {
        // Not even an apology was stored, or nobody knows: tried again, the store tells whether it has had its turn.
        turns.delete(key);
        throw error;
      } finally {
        end({ response: turnState.get(INVOKE_RESPONSE_KEY), isBroken });
      }
    },
  };
  return { ...once, known: turns };
}

/** Lets nothing by whose turn has been stored already. */
export function notAgain(known: Pick<KnownActivities, 'answerAgain'>): Middleware {
  return {
    async onTurn(context, next) {
      if (!(await known.answerAgain(context))) await next();
    },
  };
}

/** A Map lists what was added first, first. */
function forgetOld(known: Map<string, TurnUnderWay>, now: number): void {
  for (const [key, { at }] of known) {
    if (now - at < KEPT_FOR && known.size < MOST_KEPT) return;
    known.delete(key);
  }
}
