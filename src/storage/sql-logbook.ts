import type { Kysely } from 'kysely';
import type { Logbook } from '../insights/logbook.js';
import type { Schema } from './schema.js';

export function sqlLogbook(db: Kysely<Schema>): Logbook {
  return {
    async note(entry) {
      await db
        .insertInto('questions')
        .values({ ...entry, intent: entry.intent ?? null })
        .execute();
    },
    async rate(rating) {
      await db
        .insertInto('ratings')
        .values({ ...rating, helpful: rating.helpful ? 1 : 0, reason: rating.reason ?? null })
        .execute();
    },
  };
}
