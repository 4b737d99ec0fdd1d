import { type Kysely, sql } from 'kysely';

/** Reports, and codes to go on elsewhere, know their conversation: they go when a customer has their data deleted. Those from before expire. */
export async function knowConversationsOfLinks(db: Kysely<never>): Promise<void> {
  for (const table of ['reports', 'carry_codes']) {
    await sql.raw(`alter table ${table} add column conversation text`).execute(db);
    await sql.raw(`create index ${table}_of on ${table} (conversation)`).execute(db);
  }
}
