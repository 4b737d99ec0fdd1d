import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.js';

/**
 * What several processes tell each other while they run: how far callers have come with their limits, and which knowledge
 * base each answers from. Nothing of it is worth a wait for the disk, or outlives a crash of the server (`unlogged`).
 */
export async function shareLimits(db: Kysely<never>, engine: Engine): Promise<void> {
  if (engine === 'sqlite') return;
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run(`create unlogged table rate_levels (name text primary key, full_at double precision not null,
    fills_in double precision not null)`);
  await run('create index rate_levels_full on rate_levels (full_at)');
  await run(`create unlogged table processes (process text primary key, name text not null, knowledge text not null,
    since double precision not null, seen_at double precision not null)`);
}
