import type { Kysely } from 'kysely';
import type { Schema } from './schema.js';
import type { Write } from './unit-of-work.js';

/** A conversation as the tables and as the state name it. */
export interface Forgotten {
  readonly conversation: string;
  readonly stateKey: string;
}

/** Every table that holds something of a conversation; cases stay, a person works on them. */
const TABLES = ['transcript', 'keys', 'questions', 'ratings', 'conversation_references'] as const;

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
    const [from, to] = threadsOf(conversation);
    for (const table of TABLES) {
      await write(db.deleteFrom(table).where('conversation', '=', conversation));
      await write(db.deleteFrom(table).where('conversation', '>=', from).where('conversation', '<', to));
    }
    for (const [least, beyond] of [
      [conversation, `${conversation}\0`],
      [from, to],
    ] as const) {
      const here = db.deleteFrom('outbox').where('conversation', '>=', least).where('conversation', '<', beyond);
      await write(here.where('kind', '=', 'reminder').where('state', '=', 'waiting'));
      const answers = db.updateTable('outbox').set({ state: 'given-up' });
      await write(
        answers.where('conversation', '>=', least).where('conversation', '<', beyond).where('state', '=', 'waiting'),
      );
    }
    const [first, last] = threadsOf(stateKey.replace(/\/$/, ''));
    await write(db.deleteFrom('state').where('key', '=', stateKey));
    await write(db.deleteFrom('state').where('key', '>=', first).where('key', '<', last));
  }
}

/** Everything that begins with the id and a semicolon, as a range: `<` is the sign behind `;`. */
const threadsOf = (id: string): readonly [string, string] => [`${id};`, `${id}<`];
