import { type Kysely, sql } from 'kysely';
import type { ActivityLog, LoggedActivity } from '../channels/web/activity-log.js';
import type { Schema } from './schema.js';

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
      const inserted = await db
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
        await db.updateTable('web_conversations').set({ used_at: at }).where('id', '=', conversation).execute();
        return { number: inserted.number, isNew: true };
      }
      const { number } = await db
        .selectFrom('web_activities')
        .select('number')
        .where('conversation', '=', conversation)
        .where('client_id', '=', clientId ?? '')
        .executeTakeFirstOrThrow();
      return { number, isNew: false };
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

function readRow({ number, item }: { readonly number: number; readonly item: string }) {
  const activity: LoggedActivity = JSON.parse(item);
  return { number, activity };
}
