import type { Activity } from 'botbuilder';
import {
  type ActivityLog,
  activityId,
  type LoggedActivity,
  type TurnLog,
  type WebConversation,
} from './activity-log.js';
import { LOCAL_CHANNEL } from './local-channel.js';
import type { Posted } from './read-posted.js';
import { STILL_BUSY } from './render-web.js';
import type { Streams } from './streams.js';
import { openUntilStored } from './until-stored.js';

/** How a turn reaches the website: one door a turn; what is delivered through it is stored with the turn. */
export interface TurnDoor {
  /**
   * The turn begins: everything before it in this conversation is over.
   * @param writes what is stored with the turn, or not at all
   */
  begin(writes: DoorWrites): Promise<void>;
  /**
   * The bot says something.
   * @returns its id (`conversation|0000012`, as {@link activityId} makes it) when it has one already; what is said within
   * a turn has none before the turn is stored
   */
  deliver(activity: Partial<Activity>): Promise<string | undefined>;
}

/** What a turn adds to the log goes with everything else that it writes. */
export interface DoorWrites {
  readonly web: TurnLog;
  onCommitted(run: () => void): void;
}

/**
 * Runs one turn in this process. Rejects only when even the error handler could not work.
 * @param caller the address that posted, for limits; nothing when an earlier process took the post
 */
export type RunTurn = (activity: Activity, door: TurnDoor, caller?: string) => Promise<unknown>;

interface ConversationDeps {
  readonly log: ActivityLog;
  readonly streams: Pick<Streams, 'wake' | 'flash'>;
  readonly runTurn: RunTurn;
  readonly now: () => Date;
  /** What the assistant is called. */
  readonly name: string;
  readonly onFailure: (error: unknown) => void;
  /** Whether what failed may work a moment later. */
  readonly mayPass: (error: unknown) => boolean;
  /** Resolves after that many milliseconds; rejects when stopped. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** How many posts of one conversation may wait for their turns. */
const MOST_WAITING = 20;
const ASSISTANT = 'passerelle';

/** The website's conversations: what is posted is kept and acknowledged, then answered in its own time. */
export interface Conversations {
  /**
   * Greets a customer who has come, in a turn of its own: it is not waited for.
   * @returns whether the conversation is new; starting it twice greets once
   */
  start(conversation: WebConversation): Promise<boolean>;
  /**
   * Keeps a post and begins its turn, which is not waited for. A second post of one `clientId` is the first.
   * @param caller the address that posted, for limits
   * @returns the activity's id once it is stored, or `busy` when 20 of this conversation wait already
   * @throws what the log throws when the post cannot be kept: nobody will answer it
   */
  post(conversation: WebConversation, posted: Posted, caller?: string): Promise<{ readonly id: string } | 'busy'>;
  /** The door of a turn that nobody's post has begun. */
  door(conversation: string): TurnDoor;
  /**
   * Answers what an earlier process acknowledged and could not answer any more.
   * @param waited for how long it must have waited, in milliseconds: another process may be about to answer it
   */
  resume(waited?: number): Promise<void>;
  /** Resolves when every turn in flight is over; what waits to be tried again is left to the next process. */
  settle(): Promise<void>;
}

/**
 * Opens the conversations over a log: posts of one conversation are answered one after another, each in a turn of this
 * process. A turn that breaks for good is told to `onFailure` and costs nobody else anything; one whose fault may pass is
 * tried again (see {@link openUntilStored}).
 */
export function openConversations(deps: ConversationDeps): Conversations {
  const { log, streams, runTurn, now, name, onFailure } = deps;
  const untilStored = openUntilStored(deps);
  const waiting = new Map<string, number>();
  const inFlight = new Set<Promise<void>>();
  /** Names of the posts that are being answered here. */
  const answering = new Set<string>();
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

  /** @param answers the post that the turn answers */
  const openDoor = (conversation: string, answers?: number) => {
    let writes: DoorWrites | undefined;
    const note = async ({ web }: DoorWrites) => {
      if (answers === undefined) await web.used(conversation);
      else await web.turned(conversation, answers);
    };
    return {
      hasBegun: () => writes !== undefined,
      begin: async (given: DoorWrites) => {
        writes = given;
        await note(given);
      },
      deliver: async (said: Partial<Activity>) => {
        if (said.type === 'typing') return signal(conversation);
        // What the framework adds for the way to a channel is nothing that a client needs.
        const {
          serviceUrl: _s,
          conversation: _c,
          channelId: _i,
          recipient: _r,
          id: _id,
          deliveryMode: _d,
          ...rest
        } = said;
        const activity: LoggedActivity = { ...rest, from: assistant as Activity['from'] };
        // Outside of a turn, and while one goes on, it is said at once.
        if (!writes || said.inputHint === STILL_BUSY)
          return activityId(conversation, (await keep(conversation, activity)).number);
        await writes.web.say(conversation, { ...activity, timestamp: now() });
        writes.onCommitted(() => streams.wake(conversation));
        return undefined;
      },
    };
  };

  const signal = (conversation: string) => {
    const id = `${conversation}|typing-${now().getTime().toString(36)}-${signals++}`;
    const activity: object = { type: 'typing', id, from: assistant, conversation: { id: conversation } };
    streams.flash(conversation, { ...activity, channelId: LOCAL_CHANNEL, timestamp: now() });
    return id;
  };

  const turn = (conversation: WebConversation, activity: Partial<Activity>, answers?: number, caller?: string) => {
    const { id, user, locale } = conversation;
    const whole: object = {
      locale,
      ...activity,
      channelId: LOCAL_CHANNEL,
      timestamp: now(),
      conversation: { id },
      from: { id: user, role: 'user' },
      recipient: assistant,
    };
    const once = async () => {
      const door = openDoor(id, answers);
      const withSignal: TurnDoor = {
        begin: async (writes) => {
          if (activity.type === 'message') signal(id);
          await door.begin(writes);
        },
        deliver: door.deliver,
      };
      await runTurn(whole as Activity, withSignal, caller);
      // A message that stops a look has no turn of its own.
      if (answers !== undefined && !door.hasBegun()) await log.turned(id, answers);
    };
    const post = answers === undefined ? undefined : activityId(id, answers);
    if (post !== undefined) answering.add(post);
    const running = untilStored
      .run(id, once)
      .catch(onFailure)
      .finally(() => {
        inFlight.delete(running);
        if (post !== undefined) answering.delete(post);
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
      // One in which nothing has been said belongs to a process that was killed before it could greet, or is being greeted.
      if (isNew || (await log.latest(conversation.id)) === 0) {
        const { id, user } = conversation;
        const members = [assistant, { id: user }] as Activity['membersAdded'];
        turn(conversation, { type: 'conversationUpdate', id: `${id}|start`, membersAdded: members });
      }
      return isNew;
    },

    async post(conversation, { activity, echo, clientId }, caller) {
      const { id, user } = conversation;
      if ((waiting.get(id) ?? 0) >= MOST_WAITING) return 'busy';
      if (!echo) {
        const name = `${id}|${activity.type}-${now().getTime().toString(36)}-${signals++}`;
        turn(conversation, { ...activity, id: name }, undefined, caller);
        return { id: name };
      }
      const from = { id: user, role: 'user' } as Activity['from'];
      const options = { clientId, awaitsTurn: activity.type === 'message' };
      const { number, isNew } = await keep(id, { ...echo, from }, options);
      const name = activityId(id, number);
      if (isNew) turn(conversation, { ...activity, id: name }, number, caller);
      return { id: name };
    },

    door: openDoor,

    async resume(waited) {
      for (const { conversation, number, activity } of await log.unanswered(waited)) {
        if (answering.has(activityId(conversation, number))) continue;
        const found = await log.find(conversation);
        if (found) turn(found, { text: '', ...activity, id: activityId(conversation, number) }, number);
        else await log.turned(conversation, number);
      }
    },

    async settle() {
      untilStored.stop();
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}
