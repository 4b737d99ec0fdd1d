import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { doublingPause } from '../outbox/doubling-pause.js';
import type { Announcement, Outbox } from '../outbox/outbox.js';
import { claimDue } from './claim-due.js';
import { type OnUnread, readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { SHAPES } from './stored-shapes.js';
import { atOnce } from './unit-of-work.js';

/** Something whose time has come; nobody else will try it before its next time. */
export interface Claimed {
  readonly id: number;
  readonly conversation: string;
  readonly announcement: Announcement;
  /** When it was tried for the first time: now, or at an earlier try. */
  readonly firstTryAt: Date;
}

/** The outbox with its other end: what is due is claimed, said, and closed. */
export interface OutboxQueue extends Outbox {
  claimDue(): Promise<readonly Claimed[]>;
  /** How much should have been said by now, and since when the oldest (ISO 8601, UTC). */
  overdue(): Promise<{ readonly count: number; readonly oldest: string | undefined }>;
  /** How it ended. What was given up stays to be seen. */
  close(id: number, state: 'said' | 'given-up'): Promise<void>;
}

const MINUTE = 60 * 1000;
/** The wait after a failed try doubles from a minute up to this. */
const LONGEST_WAIT = 60 * MINUTE;
/** Reminders that wait, of all conversations; a conversation has one. Beyond them is no team's migration, but a flood. */
const MOST_REMINDERS = 10_000;
/** How much is tried at once. */
const MOST_AT_ONCE = 20;

interface OutboxBound {
  /** Told of each reminder that is refused, with how many wait. */
  readonly onFull?: ((waiting: number) => void) | undefined;
  readonly most?: number;
}

/**
 * Keeps in the database what is to be said later. Several processes may take from it: each claims rows of its own.
 */
export function sqlOutbox(
  db: Kysely<Schema>,
  now: () => Date,
  write = atOnce(db),
  onUnread: OnUnread = () => {},
  { onFull = () => {}, most = MOST_REMINDERS }: OutboxBound = {},
): OutboxQueue {
  const remindersOf = (conversation: string) =>
    db
      .selectFrom('outbox')
      .select(['id', 'due_at'])
      .where('conversation', '=', conversation)
      .where('kind', '=', 'reminder')
      .where('state', '=', 'waiting')
      .orderBy('due_at')
      .execute();
  return {
    async put(conversation, { kind, ...item }, dueAt) {
      const row = { conversation, kind, item: JSON.stringify(item), due_at: dueAt.toISOString(), tries: 0 };
      await write(db.insertInto('outbox').values({ ...row, state: 'waiting' }));
    },

    async hasRoom(conversation) {
      if ((await remindersOf(conversation)).length > 0) return true;
      const { waiting } = await db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('state', '=', 'waiting')
        .where('kind', '=', 'reminder')
        .executeTakeFirstOrThrow();
      if (waiting < most) return true;
      onFull(waiting);
      return false;
    },

    async nextReminder(conversation) {
      const [first] = await remindersOf(conversation);
      return first?.due_at;
    },

    async dropReminders(conversation) {
      const ids = (await remindersOf(conversation)).map(({ id }) => id);
      if (ids.length > 0) await write(db.deleteFrom('outbox').where('id', 'in', ids).where('state', '=', 'waiting'));
      return ids.length;
    },

    async overdue() {
      // The due time of what failed is its next try: what counts is the first.
      const since = sql<string>`coalesce(first_try_at, due_at)`;
      const { count, oldest } = await db
        .selectFrom('outbox')
        .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min(since).as('oldest')])
        .where('state', '=', 'waiting')
        .where(since, '<=', now().toISOString())
        .executeTakeFirstOrThrow();
      return { count, oldest: oldest ?? undefined };
    },

    async claimDue() {
      const at = now();
      const pause = (tries: number) => doublingPause(tries, MINUTE, LONGEST_WAIT);
      // Cases on their way to a destination have a queue of their own each: sqlHandoffs.
      const rows = await claimDue(db, (due) => due.where('destination', 'is', null), {
        ...{ at, pause, most: MOST_AT_ONCE },
      });
      const claimed: Claimed[] = [];
      for (const { id, conversation, kind, item, first_try_at } of rows) {
        const whole = readItem<object>(item, z.looseObject({}), 'outbox', onUnread);
        const announcement =
          whole && readItem<Announcement>(JSON.stringify({ ...whole, kind }), SHAPES.outbox, 'outbox', onUnread);
        // Tried again it would be the same.
        if (!announcement) await db.updateTable('outbox').set({ state: 'given-up' }).where('id', '=', id).execute();
        else claimed.push({ id, conversation, announcement, firstTryAt: new Date(first_try_at ?? at) });
      }
      return claimed;
    },

    async close(id, state) {
      await write(db.updateTable('outbox').set({ state }).where('id', '=', id));
    },
  };
}
