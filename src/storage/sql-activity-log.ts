import { type Insertable, type Kysely, sql } from 'kysely';
import type { ActivityLog, LoggedActivity, TurnLog } from '../channels/web/activity-log.js';
import { compiledOnce } from './compiled-once.js';
import { nowAndThen } from './now-and-then.js';
import { type OnUnread, readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { SHAPES } from './stored-shapes.js';
import { LOOK_EVERY, trimActivities } from './trim-conversation.js';
import { atOnce, type UnitOfWork } from './unit-of-work.js';

/** The website's conversations in the database. */
export function sqlActivityLog(db: Kysely<Schema>, now: () => Date, onUnread: OnUnread = () => {}): ActivityLog {
  const time = () => now().toISOString();
  const isDue = nowAndThen(LOOK_EVERY);
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
        // First: whoever else adds to this conversation waits here.
        await trx.executeQuery(countOne(trx, { used_at: at, id: conversation }));
        const inserted = await trx
          .insertInto('web_activities')
          .values({
            conversation,
            number: lastNumber(conversation),
            client_id: clientId ?? null,
            awaits_turn: awaitsTurn ? 1 : 0,
            at,
            item: JSON.stringify(activity),
          })
          .onConflict((conflict) => conflict.columns(['conversation', 'client_id']).doNothing())
          .returning('number')
          .executeTakeFirst();
        if (inserted) {
          if (isDue(conversation)) await trimActivities({ db: trx, run: atOnce(trx) }, conversation);
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
      return rows.flatMap((row) => readRow(row, onUnread));
    },

    async latest(conversation) {
      const found = await db
        .selectFrom('web_conversations')
        .select('last_number')
        .where('id', '=', conversation)
        .executeTakeFirst();
      return found?.last_number ?? 0;
    },

    async turned(conversation, number) {
      await db.executeQuery(setTurned(db, { awaits_turn: 0, conversation, number }));
    },

    async unanswered(waited = 0) {
      const rows = await db
        .selectFrom('web_activities')
        .select(['number', 'item', 'conversation'])
        .where('awaits_turn', '=', 1)
        .where('at', '<=', new Date(now().getTime() - waited).toISOString())
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('turn_leases')
                .select('holder')
                .where('turn_leases.conversation', '=', sql<string>`'directline|' || web_activities.conversation`),
            ),
          ),
        )
        .orderBy('conversation')
        .orderBy('number')
        .execute();
      return rows.flatMap(({ conversation, ...row }) =>
        readRow(row, onUnread).map((read) => ({ conversation, ...read })),
      );
    },
  };
}

/** The number that {@link countOne} has just given. */
const lastNumber = (conversation: string) =>
  sql<number>`(select last_number from web_conversations where id = ${conversation})`;

const countOne = compiledOnce<{ used_at: string; id: string }>(['used_at', 'id'], (db, { used_at, id }) =>
  db
    .updateTable('web_conversations')
    .set(({ eb }) => ({ used_at, last_number: eb('last_number', '+', eb.lit(1)) }))
    .where('id', '=', id),
);

type AnsweredPost = Omit<Insertable<Schema['web_activities']>, 'client_id' | 'number'>;
const insertAnswer = compiledOnce<AnsweredPost & { same: string }>(
  ['conversation', 'same', 'awaits_turn', 'at', 'item'],
  (db, { conversation, awaits_turn, at, item }) =>
    db.insertInto('web_activities').values({ conversation, number: lastNumber(conversation), awaits_turn, at, item }),
);
const setTurned = compiledOnce<{ awaits_turn: number; conversation: string; number: number }>(
  ['awaits_turn', 'conversation', 'number'],
  (db, { awaits_turn, conversation, number }) =>
    db
      .updateTable('web_activities')
      .set({ awaits_turn })
      .where('conversation', '=', conversation)
      .where('number', '=', number),
);
const setUsed = compiledOnce<{ used_at: string; id: string }>(['used_at', 'id'], (db, { used_at, id }) =>
  db.updateTable('web_conversations').set({ used_at }).where('id', '=', id),
);

/** What a turn adds to the website's conversations. */
export function sqlTurnLog(db: Kysely<Schema>, now: () => Date, { write, always }: UnitOfWork): TurnLog {
  return {
    async say(conversation, activity) {
      const row = { conversation, awaits_turn: 0, at: now().toISOString(), item: JSON.stringify(activity) };
      await write(countOne(db, { used_at: row.at, id: conversation }));
      // The statement names the conversation twice.
      await write(insertAnswer(db, { ...row, same: conversation }));
    },
    async used(conversation) {
      await always(setUsed(db, { used_at: now().toISOString(), id: conversation }));
    },
    async turned(conversation, number) {
      await always(setTurned(db, { awaits_turn: 0, conversation, number }));
    },
  };
}

function readRow({ number, item }: { readonly number: number; readonly item: string }, onUnread: OnUnread) {
  const activity = readItem<LoggedActivity>(item, SHAPES.web_activities, 'web_activities', onUnread);
  return activity ? [{ number, activity }] : [];
}
