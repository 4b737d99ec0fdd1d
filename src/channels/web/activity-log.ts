import type { Activity } from 'botbuilder';
import { LOCAL_CHANNEL } from './local-channel.js';

/** An activity as the website's conversations keep it; its id and its conversation come from where it stands. */
export type LoggedActivity = Partial<Activity>;

/** A conversation of the website: whose it is, and in which language it began. */
export interface WebConversation {
  readonly id: string;
  readonly user: string;
  readonly locale: string | undefined;
}

/** What became of a post. */
export interface Appended {
  /** Rises within a conversation, from 1. */
  readonly number: number;
  /** False when the client has posted it before. */
  readonly isNew: boolean;
}

interface AppendOptions {
  /** The client's own name for it: the second post of one name is the first. */
  readonly clientId?: string | undefined;
  /** A turn has to answer it. */
  readonly awaitsTurn?: boolean;
}

/** What was said on the website, both sides, in order: what a reload, a second tab or a restarted server reads. */
export interface ActivityLog {
  /** @returns whether the conversation is new */
  start(conversation: WebConversation): Promise<boolean>;
  find(id: string): Promise<WebConversation | undefined>;
  append(conversation: string, activity: LoggedActivity, options?: AppendOptions): Promise<Appended>;
  /** What came after a number, oldest first. */
  since(conversation: string, number: number, most: number): Promise<readonly LoggedRow[]>;
  /** The number of the last one that there was, 0 without any. */
  latest(conversation: string): Promise<number>;
  /** Nobody answers this one any more. */
  turned(conversation: string, number: number): Promise<void>;
  /**
   * What was posted and never answered because the process ended.
   * @param waited for how long it must have waited, in milliseconds, and no process answers in its conversation
   */
  unanswered(waited?: number): Promise<readonly (LoggedRow & { readonly conversation: string })[]>;
}

/** What a turn adds to the log: kept with everything else that the turn writes, or not at all. */
export interface TurnLog {
  say(conversation: string, activity: LoggedActivity): Promise<void>;
  /** The conversation is in use: it is kept as long as everything else from now on. */
  used(conversation: string): Promise<void>;
  /** The turn of this post is over. */
  turned(conversation: string, number: number): Promise<void>;
}

/** An activity with its number in the conversation. */
export interface LoggedRow {
  readonly number: number;
  readonly activity: LoggedActivity;
}

/** As the real service writes ids; clients drop what they have seen by them. */
export function activityId(conversation: string, number: number): string {
  return `${conversation}|${String(number).padStart(7, '0')}`;
}

/** An activity as clients get it. */
export function sentActivity(conversation: string, { number, activity }: LoggedRow): Partial<Activity> {
  return {
    ...activity,
    id: activityId(conversation, number),
    channelId: LOCAL_CHANNEL,
    conversation: { id: conversation } as Activity['conversation'],
  };
}

/** A watermark is the number of the last activity that its holder has; what is none starts from the beginning. */
export function readWatermark(watermark: string | null | undefined): number {
  return watermark && /^\d{1,15}$/.test(watermark) ? Number(watermark) : 0;
}
