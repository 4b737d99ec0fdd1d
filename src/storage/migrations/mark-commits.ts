import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.js';

/**
 * On a server: the last unit of work that each connection has stored. A commit whose answer was lost is looked up there: a
 * server that crashes may give the number of a transaction that it has lost to another one.
 */
export async function markCommits(db: Kysely<never>, engine: Engine): Promise<void> {
  if (engine === 'sqlite') return;
  await sql`create table commit_marks (connection text primary key, mark text not null, at double precision not null)`.execute(
    db,
  );
}
