import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { channelOf, render } from '../../channels/render.js';
import type { Reply } from '../../channels/reply.js';
import { type Addressee, addresseeOf, addressTo } from '../../channels/teams/address-to.js';
import { targeted } from '../../channels/teams/targeted.js';
import { STILL_BUSY } from '../../channels/web/render-web.js';
import type { Shown } from '../../dialogs/memory.js';
import type { Log } from '../log.js';
import { refusalOf } from '../refusal.js';
import { clickAnswer, invokeAnswer, respond } from './invoke-response.js';

/** Says the replies of one turn. */
export interface Speaker {
  /** Draws replies, to be said when the turn is over; what tells that the work goes on is said at once. */
  say(replies: readonly Reply[]): Promise<void>;
  /** Takes back what was to be said when the turn is over. */
  takeBack(): void;
  /** Says what was to be said. */
  deliver(): Promise<void>;
  /** Answers the request of an invoke: a click by the card that took the place of its own, or by this sentence. */
  answerInvoke(below: () => string): void;
  /** All that is said in this turn, as it was drawn. */
  drawn(): readonly Partial<Activity>[];
  /** The messages that showed articles, to know later which one a reaction is about. */
  shown(): readonly Shown[];
}

interface DrawnReplies {
  readonly reply: Reply;
  readonly activities: readonly Partial<Activity>[];
}

interface SayOptions {
  /** The message whose card was clicked. */
  readonly place?: string | undefined;
  /** It was a form, in which nothing is to stay behind: whatever has buttons takes its place. */
  readonly isForm?: boolean;
  /** The language of what is said. */
  readonly language?: () => string;
  /** Among others, only whoever asked is to see it. */
  readonly isTargeted?: boolean;
}

/**
 * Draws replies for the channel and sends them. After a click on a button that wants its answer in place, the first card
 * replaces the one that was clicked; what cannot be replaced any more is sent as a new message.
 */
export function sayReplies(
  context: TurnContext,
  log: Log,
  { place, isForm = false, language, isTargeted = false }: SayOptions = {},
): Speaker {
  const channel = channelOf(context.activity.channelId);
  const shown: Shown[] = [];
  /** Said while the turn went on: nothing takes it back. */
  const out: DrawnReplies[] = [];
  let said: DrawnReplies[] = [];
  let held: DrawnReplies[] = [];
  let placed: object | undefined;
  /** Told once a turn, with its first new message: in the place of a card nobody looks for who is meant. */
  let addressee: Addressee | undefined = channel === 'teams' ? addresseeOf(context.activity) : undefined;
  const forWhoAsks = isTargeted && addressee !== undefined ? targeted : (activity: Partial<Activity>) => activity;

  const draw = (reply: Reply, onCard: boolean): DrawnReplies => {
    const spoken = language?.();
    const drawing = { onCard, ...(spoken === undefined ? {} : { language: spoken }) };
    return { reply, activities: render(reply, channel, drawing) };
  };
  /** @returns the id of the message, or nothing when it has to be sent */
  const putInPlace = async (activity: Partial<Activity>): Promise<string | undefined> => {
    const card: unknown = activity.attachments?.[0]?.content;
    if (place === undefined || placed || typeof card !== 'object' || card === null) return undefined;
    placed = card;
    try {
      await context.updateActivity(forWhoAsks({ ...activity, id: place }));
      return place;
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      log.info({ event: 'card not replaced', ...refusal });
      return undefined;
    }
  };
  const addressed = (activity: Partial<Activity>) => {
    if (!addressee || activity.type !== ActivityTypes.Message) return activity;
    const named = addressTo(activity, addressee);
    addressee = undefined;
    return named;
  };
  const send = async ({ reply, activities }: DrawnReplies) => {
    for (const activity of activities) {
      // What needs several messages has no one place.
      const inPlace = activities.length === 1 ? await putInPlace(activity) : undefined;
      const id = inPlace ?? (await context.sendActivity(forWhoAsks(addressed(activity))))?.id;
      if (channel === 'teams' && reply.kind === 'article' && id) shown.push({ id, article: reply.article });
    }
  };
  const deliver = async (into: DrawnReplies[]) => {
    for (let first = held.shift(); first; first = held.shift()) {
      into.push(first);
      await send(first);
    }
  };

  return {
    async say(replies) {
      for (const reply of replies) {
        const before = held.pop();
        if (before) held.push(draw(before.reply, true));
        held.push(draw(reply, isForm));
        if (reply.kind !== 'text' || !reply.isProgress) continue;
        // What was said before it comes before it, and is no end of the turn either.
        held = held.map(({ activities, ...rest }) => ({ ...rest, activities: activities.map(stillBusy) }));
        await deliver(out);
      }
    },
    takeBack: () => {
      [said, held] = [[], []];
    },
    deliver: () => deliver(said),
    answerInvoke(below) {
      const { activity } = context;
      if (activity.type !== ActivityTypes.Invoke) return;
      respond(context, placed ? clickAnswer({ card: placed }) : invokeAnswer(activity, below()));
    },
    drawn: () => [...out, ...said, ...held].flatMap(({ activities }) => activities),
    shown: () => shown,
  };
}

const stillBusy = (activity: Partial<Activity>): Partial<Activity> => ({ ...activity, inputHint: STILL_BUSY });
