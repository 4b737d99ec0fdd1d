import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { channelOf, render } from '../channels/render.js';
import type { Reply } from '../channels/reply.js';
import type { Shown } from '../dialogs/memory.js';
import { clickAnswer, respond } from './invoke-response.js';
import type { Log } from './log.js';

/** Says the replies of one turn. */
export interface Speaker {
  say(replies: readonly Reply[]): Promise<void>;
  /** Answers the request of an invoke: a click by the card that took the place of its own, or by this sentence. */
  answerInvoke(below: () => string): void;
  /** The messages that showed articles, to know later which one a reaction is about. */
  shown(): readonly Shown[];
}

/**
 * Draws replies for the channel and sends them. After a click on a button that wants its answer in place, the first card
 * replaces the one that was clicked; what cannot be replaced any more is sent as a new message.
 * @param place the message whose card was clicked
 */
export function sayReplies(context: TurnContext, log: Log, place?: string): Speaker {
  const channel = channelOf(context.activity.channelId);
  const shown: Shown[] = [];
  let placed: object | undefined;

  /** @returns the id of the message, or nothing when it has to be sent */
  const putInPlace = async (activity: Partial<Activity>): Promise<string | undefined> => {
    const card: unknown = activity.attachments?.[0]?.content;
    if (place === undefined || placed || typeof card !== 'object' || card === null) return undefined;
    placed = card;
    try {
      await context.updateActivity({ ...activity, id: place });
      return place;
    } catch (error) {
      log.warn({ event: 'card not replaced', error: String(error) });
      return undefined;
    }
  };

  return {
    async say(replies) {
      for (const reply of replies) {
        const activities = render(reply, channel);
        for (const activity of activities) {
          // What needs several messages has no one place.
          const inPlace = activities.length === 1 ? await putInPlace(activity) : undefined;
          const id = inPlace ?? (await context.sendActivity(activity))?.id;
          if (channel === 'teams' && reply.kind === 'article' && id) shown.push({ id, article: reply.article });
        }
      }
    },
    answerInvoke(below) {
      if (context.activity.type !== ActivityTypes.Invoke) return;
      if (place === undefined) respond(context, {});
      else respond(context, clickAnswer(placed ? { card: placed } : { sentence: below() }));
    },
    shown: () => shown,
  };
}
