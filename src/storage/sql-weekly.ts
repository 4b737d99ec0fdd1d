import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.js';

/** Which week's figures have gone to whom: of several processes one sends them. */
export interface WeeklySent {
  /** @returns whether this week had not gone there before; it counts as gone then */
  claim(destination: string, week: string): Promise<boolean>;
  /** They did not go there after all: somebody tries again. */
  release(destination: string): Promise<void>;
}

/** Kept beside what probes leave at their destinations, under a name that no destination can have. */
const nameOf = (destination: string) => `week of ${destination}`;

/** Which week was sent to which destination last: of several processes one claims a week. */
export function sqlWeekly(db: Kysely<Schema>): WeeklySent {
  return {
    async claim(destination, week) {
      const remote = JSON.stringify({ week });
      const { numAffectedRows } = await sql`insert into destinations (destination, remote)
        values (${nameOf(destination)}, ${remote}) on conflict (destination) do update set remote = excluded.remote
        where destinations.remote <> excluded.remote`.execute(db);
      return numAffectedRows === 1n;
    },
    async release(destination) {
      await db
        .updateTable('destinations')
        .set({ remote: '{}' })
        .where('destination', '=', nameOf(destination))
        .execute();
    },
  };
}
