import type { Activity } from 'botbuilder';
import { type ActivityLog, activityId, type LoggedActivity, type WebConversation } from './activity-log.js';
import type { Posted } from './read-posted.js';
import { STILL_BUSY } from './render-web.js';
import type { Streams } from './streams.js';

/** How a turn reaches the website. */
export interface TurnDoor {
  /** The turn begins: everything before it in this conversation is over. */
  begin(): void;
  /** The bot says something. @returns its id */
  deliver(activity: Partial<Activity>): Promise<string>;
}

/** Runs one turn in this process. Rejects only when even the error handler could not work. */
export type RunTurn = (activity: Activity, door: TurnDoor) => Promise<unknown>;

interface ConversationNeeds {
  readonly log: ActivityLog;
  readonly streams: Pick<Streams, 'wake' | 'flash'>;
  readonly runTurn: RunTurn;
  readonly now: () => Date;
  /** What the assistant is called. */
  readonly name: string;
  readonly onFailure: (error: unknown) => void;
}

/** How many posts of one conversation may wait for their turns. */
const MOST_WAITING = 20;
const ASSISTANT = 'passerelle';

/** The website's conversations: what is posted is kept and acknowledged, then answered in its own time. */
export interface Conversations {
  /** Greets a customer who has come. @returns whether the conversation is new; starting it twice greets once */
  start(conversation: WebConversation): Promise<boolean>;
  /** @returns the activity's id at once, or `busy` when too much is waiting already */
  post(conversation: WebConversation, posted: Posted): Promise<{ readonly id: string } | 'busy'>;
  /** Says something that is no answer. */
  deliver(conversation: string, activity: Partial<Activity>): Promise<string>;
  /** Answers what an earlier process acknowledged and could not answer any more. */
  resume(): Promise<void>;
  /** Resolves when every turn in flight is over. */
  settle(): Promise<void>;
}

export function openConversations({ log, streams, runTurn, now, name, onFailure }: ConversationNeeds): Conversations {
  const waiting = new Map<string, number>();
  const inFlight = new Set<Promise<void>>();
  let signals = 0;
  const assistant = { id: ASSISTANT, name, role: 'bot' };

  const keep = async (
    conversation: string,
    activity: LoggedActivity,
    options?: Parameters<ActivityLog['append']>[2],
  ) => {
    const appended = await log.append(conversation, { ...activity, timestamp: now() }, options);
    streams.wake(conversation);
    return appended;
  };

  const deliver = async (conversation: string, said: Partial<Activity>, answers?: number) => {
    if (said.type === 'typing') return signal(conversation);
    // What the framework adds for the way to a channel is nothing that a client needs.
    const { serviceUrl: _s, conversation: _c, channelId: _i, recipient: _r, id: _id, deliveryMode: _d, ...rest } = said;
    const { number } = await keep(conversation, { ...rest, from: assistant as Activity['from'] });
    if (answers !== undefined && said.inputHint !== STILL_BUSY) await log.turned(answers);
    return activityId(conversation, number);
  };

  const signal = (conversation: string) => {
    const id = `${conversation}|typing-${now().getTime().toString(36)}-${signals++}`;
    const activity: object = { type: 'typing', id, from: assistant, conversation: { id: conversation } };
    streams.flash(conversation, { ...activity, channelId: 'directline', timestamp: now() });
    return id;
  };

  const turn = (conversation: WebConversation, activity: Partial<Activity>, answers?: number) => {
    const { id, user, locale } = conversation;
    const whole: object = {
      locale,
      ...activity,
      channelId: 'directline',
      timestamp: now(),
      conversation: { id },
      from: { id: user, role: 'user' },
      recipient: assistant,
    };
    const running = runTurn(whole as Activity, {
      begin: () => {
        if (activity.type === 'message') signal(id);
      },
      deliver: (said) => deliver(id, said, answers),
    })
      .then(() => (answers === undefined ? undefined : log.turned(answers)))
      .catch(onFailure)
      .finally(() => {
        inFlight.delete(running);
        const left = (waiting.get(id) ?? 1) - 1;
        if (left > 0) waiting.set(id, left);
        else waiting.delete(id);
      });
    inFlight.add(running);
    waiting.set(id, (waiting.get(id) ?? 0) + 1);
  };

  return {
    async start(conversation) {
      const isNew = await log.start(conversation);
      if (isNew) {
        const { id, user } = conversation;
        const members = [assistant, { id: user }] as Activity['membersAdded'];
        turn(conversation, { type: 'conversationUpdate', id: `${id}|start`, membersAdded: members });
      }
      return isNew;
    },

    async post(conversation, { activity, echo, clientId }) {
      const { id, user } = conversation;
      if ((waiting.get(id) ?? 0) >= MOST_WAITING) return 'busy';
      if (!echo) {
        const name = `${id}|${activity.type}-${now().getTime().toString(36)}-${signals++}`;
        turn(conversation, { ...activity, id: name });
        return { id: name };
      }
      const from = { id: user, role: 'user' } as Activity['from'];
      const options = { clientId, awaitsTurn: activity.type === 'message' };
      const { number, isNew } = await keep(id, { ...echo, from }, options);
      const name = activityId(id, number);
      if (isNew) turn(conversation, { ...activity, id: name }, number);
      return { id: name };
    },

    deliver: (conversation, activity) => deliver(conversation, activity),

    async resume() {
      for (const { conversation, number, activity } of await log.unanswered()) {
        const found = await log.find(conversation);
        if (found) turn(found, { text: '', ...activity, id: activityId(conversation, number) }, number);
        else await log.turned(number);
      }
    },

    async settle() {
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}
