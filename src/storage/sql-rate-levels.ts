import { createHmac } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { RateLevels, Spent } from '../channels/web/shared-limits.js';
import { DATABASE_TIME as NOW } from './database-time.js';
import type { Schema } from './schema.js';

/** A bucket owes at most this many of its fillings: no jump of the clock shuts anybody out for long. */
const MOST_OWED = 2;
const MOST_FORGOTTEN = 1000;

/** Levels that are kept where all processes see them. */
export interface StoredRateLevels extends RateLevels {
  /** Forgets the buckets that are full again. */
  forgetFull(): Promise<void>;
}

/**
 * Rate limits' buckets in a table of PostgreSQL, each as the time at which it is full again. Who the callers are is not in
 * it: names are hashed.
 * @param secret the same in all processes
 */
export function sqlRateLevels(db: Kysely<Schema>, secret: Buffer): StoredRateLevels {
  const hashOf = (name: string) =>
    createHmac('sha256', secret).update(`limit ${name}`).digest('base64url').slice(0, 22);
  return {
    async spend(spent) {
      const hashes = spent.map(({ name }) => hashOf(name));
      const names = new Map(spent.map(({ name }, i) => [hashes[i], name]));
      const column = (of: (each: Spent) => number) => sql.val(spent.map(of));
      // In the order of their names: two processes that count the same callers do not wait for each other.
      const { rows } = await sql<{ name: string; left: number }>`
        insert into rate_levels (name, full_at, fills_in)
        select name, ${NOW} + seconds, fills_in from unnest(${sql.val(hashes)}::text[],
          ${column(({ seconds }) => seconds)}::float8[], ${column(({ fillsIn }) => fillsIn)}::float8[]) as spent (name, seconds, fills_in)
        order by name
        on conflict (name) do update set fills_in = excluded.fills_in, full_at = least(
          greatest(rate_levels.full_at, ${NOW}) + (excluded.full_at - ${NOW}),
          ${NOW} + ${sql.lit(MOST_OWED)} * excluded.fills_in)
        returning name, full_at - ${NOW} as left`.execute(db);
      return new Map(rows.map(({ name, left }) => [names.get(name) ?? name, left]));
    },

    async forgetFull() {
      await db
        .deleteFrom('rate_levels')
        .where('name', 'in', (rows) =>
          rows
            .selectFrom('rate_levels')
            .select('name')
            .where('full_at', '<', NOW)
            .limit(MOST_FORGOTTEN)
            .forUpdate()
            .skipLocked(),
        )
        .execute();
    },
  };
}
