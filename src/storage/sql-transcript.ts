import type { Kysely } from 'kysely';
import type { Transcript } from '../handoff/transcript.js';
import type { Schema } from './schema.js';

export function sqlTranscript(db: Kysely<Schema>): Transcript {
  return {
    async append(conversation, lines) {
      if (lines.length === 0) return;
      await db
        .insertInto('transcript')
        .values(lines.map((line) => ({ conversation, ...line })))
        .execute();
    },

    async read(conversation) {
      const rows = await db
        .selectFrom('transcript')
        .select(['at', 'from', 'text'])
        .where('conversation', '=', conversation)
        .orderBy('id')
        .execute();
      return rows.map(({ at, from, text }) => ({ at, from: from === 'customer' ? 'customer' : 'assistant', text }));
    },

    async forget(conversation) {
      await db.deleteFrom('transcript').where('conversation', '=', conversation).execute();
    },
  };
}
