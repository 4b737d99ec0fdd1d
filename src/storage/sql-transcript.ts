import type { Kysely } from 'kysely';
import type { Transcript } from '../handoff/transcript.js';
import type { Schema } from './schema.js';

export function sqlTranscript(db: Kysely<Schema>): Transcript {
  return {
    async append(conversation, lines) {
      if (lines.length === 0) return;
      const { last } = await db
        .selectFrom('transcript')
        .select(({ fn }) => fn.max('position').as('last'))
        .where('conversation', '=', conversation)
        .executeTakeFirstOrThrow();
      const first = last === null ? 0 : Number(last) + 1;
      const rows = lines.map((line, i) => ({ conversation, position: first + i, ...line }));
      await db.insertInto('transcript').values(rows).execute();
    },

    async read(conversation) {
      const rows = await db
        .selectFrom('transcript')
        .select(['at', 'from', 'text'])
        .where('conversation', '=', conversation)
        .orderBy('position')
        .execute();
      return rows.map(({ at, from, text }) => ({ at, from: from === 'customer' ? 'customer' : 'assistant', text }));
    },

    async forget(conversation) {
      await db.deleteFrom('transcript').where('conversation', '=', conversation).execute();
    },
  };
}
