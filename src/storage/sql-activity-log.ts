import { type Insertable, type Kysely, sql } from 'kysely';
import type { ActivityLog, LoggedActivity, TurnLog } from '../channels/web/activity-log.js';
import { compiledOnce } from './compiled-once.js';
import type { Schema } from './schema.js';
import type { UnitOfWork } from './unit-of-work.js';

/** The website's conversations in the database. */
export function sqlActivityLog(db: Kysely<Schema>, now: () => Date): ActivityLog {
  const time = () => now().toISOString();
  return {
    async start({ id, user, locale }) {
      const row = { id, user, locale: locale ?? null, used_at: time() };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('web_conversations')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async find(id) {
      const row = await db.selectFrom('web_conversations').selectAll().where('id', '=', id).executeTakeFirst();
      return row && { id: row.id, user: row.user, locale: row.locale ?? undefined };
    },

    async append(conversation, activity, { clientId, awaitsTurn = false } = {}) {
      const at = time();
      return db.transaction().execute(async (trx) => {
        const inserted = await trx
          .insertInto('web_activities')
          .values({
            conversation,
            client_id: clientId ?? null,
            awaits_turn: awaitsTurn ? 1 : 0,
            at,
            item: JSON.stringify(activity),
          })
          .onConflict((conflict) => conflict.columns(['conversation', 'client_id']).doNothing())
          .returning('number')
          .executeTakeFirst();
        if (inserted) {
          await trx.updateTable('web_conversations').set({ used_at: at }).where('id', '=', conversation).execute();
          return { number: inserted.number, isNew: true };
        }
        const { number } = await trx
          .selectFrom('web_activities')
          .select('number')
          .where('conversation', '=', conversation)
          .where('client_id', '=', clientId ?? '')
          .executeTakeFirstOrThrow();
        return { number, isNew: false };
      });
    },

    async since(conversation, number, most) {
      const rows = await db
        .selectFrom('web_activities')
        .select(['number', 'item'])
        .where('conversation', '=', conversation)
        .where('number', '>', number)
        .orderBy('number')
        .limit(most)
        .execute();
      return rows.map(readRow);
    },

    async latest(conversation) {
      const { last } = await db
        .selectFrom('web_activities')
        .select(sql<number>`coalesce(max(number), 0)`.as('last'))
        .where('conversation', '=', conversation)
        .executeTakeFirstOrThrow();
      return last;
    },

    async turned(number) {
      await db.updateTable('web_activities').set({ awaits_turn: 0 }).where('number', '=', number).execute();
    },

    async unanswered() {
      const rows = await db
        .selectFrom('web_activities')
        .select(['number', 'item', 'conversation'])
        .where('awaits_turn', '=', 1)
        .orderBy('number')
        .execute();
      return rows.map(({ conversation, ...row }) => ({ conversation, ...readRow(row) }));
    },
  };
}

const insertAnswer = compiledOnce<Omit<Insertable<Schema['web_activities']>, 'client_id'>>(
  ['conversation', 'awaits_turn', 'at', 'item'],
  (db, row) => db.insertInto('web_activities').values(row),
);
const setTurned = compiledOnce<{ awaits_turn: number; number: number }>(
  ['awaits_turn', 'number'],
  (db, { awaits_turn, number }) => db.updateTable('web_activities').set({ awaits_turn }).where('number', '=', number),
);
const setUsed = compiledOnce<{ used_at: string; id: string }>(['used_at', 'id'], (db, { used_at, id }) =>
  db.updateTable('web_conversations').set({ used_at }).where('id', '=', id),
);

/** What a turn adds to the website's conversations. */
export function sqlTurnLog(db: Kysely<Schema>, now: () => Date, { write, always }: UnitOfWork): TurnLog {
  return {
    async say(conversation, activity) {
      await write(
        insertAnswer(db, { conversation, awaits_turn: 0, at: now().toISOString(), item: JSON.stringify(activity) }),
      );
    },
    async used(conversation) {
      await always(setUsed(db, { used_at: now().toISOString(), id: conversation }));
    },
    async turned(number) {
      await always(setTurned(db, { awaits_turn: 0, number }));
    },
  };
}

function readRow({ number, item }: { readonly number: number; readonly item: string }) {
  const activity: LoggedActivity = JSON.parse(item);
  return { number, activity };
}
