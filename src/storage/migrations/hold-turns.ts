import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.js';

/**
 * Which process holds the turn of a conversation, until when (seconds since 1970, by the clock of the database), and
 * whether it looks at an account; where what is old is found when it is to be deleted.
 */
export async function holdTurns(db: Kysely<never>, engine: Engine): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run(`create table turn_leases (conversation text primary key, holder text not null,
    until double precision not null, is_reading integer not null default 0)`);
  // SQLite goes through its tables in the order of their rows instead.
  if (engine === 'postgres')
    for (const [table, column] of Object.entries(AGED)) await run(`create index ${table}_aged on ${table} (${column})`);
}

/** Tables to which rows are only added. */
const AGED = { transcript: 'at', questions: 'at', ratings: 'at', web_activities: 'at' };
