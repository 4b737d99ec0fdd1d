import type { Kysely } from 'kysely';
import type { CaseEvent, Remote } from '../handoff/destination.js';
import { eventOf, parcelKey } from '../handoff/destination.js';
import { claimDue } from './claim-due.js';
import { type OnUnread, readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { SHAPES } from './stored-shapes.js';
import { atOnce, type Write } from './unit-of-work.js';

/** A case that is to be told to a destination now; nobody else will try it before `nextTry` of the claim. */
export interface ClaimedHandoff {
  readonly id: number;
  readonly key: string;
  readonly event: CaseEvent;
  readonly reference: string;
  readonly triesBefore: number;
  readonly firstTryAt: Date;
  /** What is known of it there: from an earlier try, or from when the case was opened. */
  readonly remote: Remote;
}

/** How far a case has come at one destination. */
export interface HandoffProgress {
  readonly destination: string;
  readonly event: CaseEvent;
  readonly state: 'waiting' | 'delivered' | 'given-up';
  readonly tries: number;
  readonly why: string | undefined;
  readonly remote: Remote;
}

/** Cases on their way to each of their destinations. A claim runs out: what a process that died had taken is taken again. */
export interface HandoffQueue {
  /** @param most how many are taken @param pause until the next try of one that has been tried so often, in milliseconds */
  claimDue(destination: string, most: number, pause: (tries: number) => number): Promise<readonly ClaimedHandoff[]>;
  /** What is known of it at its destination, while it goes on. */
  progress(id: number, remote: Remote, why: string, dueAt?: Date): Promise<void>;
  close(id: number, state: 'said' | 'given-up', remote: Remote, why?: string): Promise<void>;
  /** How far a case has come, everywhere. */
  of(reference: string): Promise<readonly HandoffProgress[]>;
  /** How many wait and how many were given up, by destination; those of which the settings know nothing any more, too. */
  counts(): Promise<ReadonlyMap<string, { readonly waiting: number; readonly givenUp: number }>>;
  /** Cases that were opened at a destination, newest first. */
  openedAt(
    destination: string,
    most: number,
  ): Promise<readonly { readonly reference: string; readonly remote: Remote }[]>;
  probeRemote(destination: string): Promise<Remote>;
  keepProbe(destination: string, remote: Remote): Promise<void>;
}

const KIND = 'hand-off';

/** The statements that put an event of a case into the outbox, one a destination; a key that is there already changes nothing. */
export async function putHandoffs(
  db: Kysely<Schema>,
  write: Write,
  { reference, conversation }: { readonly reference: string; readonly conversation: string },
  destinations: readonly string[],
  event: CaseEvent,
  at: string,
  count = 1,
): Promise<void> {
  for (const destination of destinations) {
    const key = parcelKey(reference, destination, event, count);
    const item = JSON.stringify({ reference });
    const row = { conversation, kind: KIND, item, due_at: at, tries: 0, state: 'waiting', key, destination };
    await write(
      db
        .insertInto('outbox')
        .values(row)
        .onConflict((on) => on.column('key').where('key', 'is not', null).doNothing()),
    );
  }
}

/** Cases on their way to the team: what waits, what has arrived and where, what was given up. */
export function sqlHandoffs(db: Kysely<Schema>, now: () => Date, onUnread: OnUnread = () => {}): HandoffQueue {
  const write = atOnce(db);
  const itemOf = (item: string) =>
    readItem<{ readonly reference: string; readonly remote?: Remote }>(item, SHAPES.handoffs, 'outbox', onUnread);
  const opened = async (reference: string, destination: string) => {
    const row = await db
      .selectFrom('outbox')
      .select(['item', 'state'])
      .where('key', '=', parcelKey(reference, destination, 'opened'))
      .executeTakeFirst();
    return row && { state: row.state, remote: itemOf(row.item)?.remote ?? {} };
  };
  const set = (id: number, reference: string, remote: Remote, changes: object) =>
    write(
      db
        .updateTable('outbox')
        .set({ item: JSON.stringify({ reference, remote }), ...changes })
        .where('id', '=', id),
    );
  const referenceOf = async (id: number) => {
    const { item } = await db.selectFrom('outbox').select('item').where('id', '=', id).executeTakeFirstOrThrow();
    return itemOf(item)?.reference ?? '';
  };
  return {
    async claimDue(destination, most, pause) {
      const at = now();
      const rows = await claimDue(db, (due) => due.where('destination', '=', destination), { at, most, pause });
      const claimed: ClaimedHandoff[] = [];
      for (const { id, item, key, tries, first_try_at } of rows) {
        const read = itemOf(item);
        const event = eventOf(key ?? '');
        const first = read && event !== 'opened' ? await opened(read.reference, destination) : undefined;
        // What became of a case is told where the case is.
        if (first?.state === 'waiting') continue;
        if (!read || !key || first?.state === 'given-up') {
          await write(db.updateTable('outbox').set({ state: 'given-up' }).where('id', '=', id));
          continue;
        }
        const remote = { ...first?.remote, ...read.remote };
        const times = { triesBefore: tries - 1, firstTryAt: new Date(first_try_at ?? at) };
        claimed.push({ id, key, event, reference: read.reference, remote, ...times });
      }
      return claimed;
    },

    async progress(id, remote, why, dueAt) {
      const due = dueAt === undefined ? {} : { due_at: dueAt.toISOString() };
      await set(id, await referenceOf(id), remote, { why, ...due });
    },

    async close(id, state, remote, why) {
      await set(id, await referenceOf(id), remote, { state, why: why ?? null });
    },

    async of(reference) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('kind', '=', KIND)
        .where('key', 'like', `${reference}.%`)
        .orderBy('id')
        .execute();
      return rows.map(({ destination, key, state, tries, why, item }) => ({
        destination: destination ?? '',
        event: eventOf(key ?? ''),
        state: state === 'said' ? 'delivered' : state === 'waiting' ? 'waiting' : 'given-up',
        tries,
        why: why ?? undefined,
        remote: itemOf(item)?.remote ?? {},
      }));
    },

    async counts() {
      const rows = await db
        .selectFrom('outbox')
        .select(['destination', 'state'])
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('destination', 'is not', null)
        .where('state', '!=', 'said')
        .groupBy(['destination', 'state'])
        .execute();
      const counts = new Map<string, { waiting: number; givenUp: number }>();
      for (const { destination, state, count } of rows) {
        const known = counts.get(destination ?? '') ?? { waiting: 0, givenUp: 0 };
        counts.set(destination ?? '', { ...known, [state === 'waiting' ? 'waiting' : 'givenUp']: Number(count) });
      }
      return counts;
    },

    async openedAt(destination, most) {
      const rows = await db
        .selectFrom('outbox')
        .select('item')
        .where('destination', '=', destination)
        .where('state', '=', 'said')
        .where('key', 'like', '%.opened')
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      return rows.flatMap(({ item }) => {
        const read = itemOf(item);
        return read ? [{ reference: read.reference, remote: read.remote ?? {} }] : [];
      });
    },

    async probeRemote(destination) {
      const row = await db
        .selectFrom('destinations')
        .select('remote')
        .where('destination', '=', destination)
        .executeTakeFirst();
      const read = row && readItem<Remote>(row.remote, SHAPES.state, 'destinations', onUnread);
      return read ?? {};
    },

    async keepProbe(destination, remote) {
      const row = { destination, remote: JSON.stringify(remote) };
      await write(
        db
          .insertInto('destinations')
          .values(row)
          .onConflict((on) => on.column('destination').doUpdateSet({ remote: row.remote })),
      );
    },
  };
}
