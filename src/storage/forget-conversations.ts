import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Schema } from './schema.js';
import type { Write } from './unit-of-work.js';

/** A conversation as the tables and as the state name it. */
export interface Forgotten {
  readonly conversation: string;
  readonly stateKey: string;
}

/** Every table that holds something of a conversation; cases stay, a person works on them. */
const TABLES = ['transcript', 'keys', 'turns', 'ratings', 'conversation_references'] as const;

/**
 * Forgets conversations with the threads in them: Teams puts a thread's number behind the id of its channel
 * (`…;messageid=17`). What waited to be said in them is not said any more; an answer of the team is given up, which
 * the list of cases tells.
 */
export async function forgetConversations(
  db: Kysely<Schema>,
  write: Write,
  forgotten: readonly Forgotten[],
): Promise<void> {
  for (const { conversation, stateKey } of forgotten) {
    const here = isOrBegins('conversation', conversation, `${conversation};`);
    for (const table of TABLES) await write(db.deleteFrom(table).where(here));
    const reminders = db.deleteFrom('outbox').where('kind', '=', 'reminder').where('state', '=', 'waiting');
    await write(reminders.where(here));
    // A case on its way to the team goes on: somebody waits for it, by e-mail.
    const unsaid = db.updateTable('outbox').set({ state: 'given-up' }).where('destination', 'is', null);
    await write(unsaid.where('state', '=', 'waiting').where(here));
    await write(db.deleteFrom('state').where(isOrBegins('key', stateKey, `${stateKey.replace(/\/$/, '')};`)));
  }
}

/** Without a range, which a database compares by its own alphabet. */
function isOrBegins(column: 'conversation' | 'key', whole: string, beginning: string): RawBuilder<SqlBool> {
  const name = sql.ref(column);
  return sql<SqlBool>`(${name} = ${whole} or substr(${name}, 1, ${sql.lit([...beginning].length)}) = ${beginning})`;
}
