import { type Kysely, PostgresAdapter } from 'kysely';

/** The databases that this speaks to: the embedded file, or a server that several processes share. */
export type Engine = 'sqlite' | 'postgres';

/** Where the two differ, statements ask. */
export function engineOf(db: Pick<Kysely<never>, 'getExecutor'>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}
