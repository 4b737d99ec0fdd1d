import type { Insertable, Kysely } from 'kysely';
import type { Transcript } from '../handoff/transcript.js';
import { compiledOnce } from './compiled-once.js';
import type { Schema } from './schema.js';
import { atOnce } from './unit-of-work.js';

const insert = compiledOnce<Insertable<Schema['transcript']>>(['conversation', 'at', 'from', 'text'], (db, row) =>
  db.insertInto('transcript').values(row),
);

export function sqlTranscript(db: Kysely<Schema>, write = atOnce(db)): Transcript {
  return {
    async append(conversation, lines) {
      for (const { at, from, text } of lines) await write(insert(db, { conversation, at, from, text }));
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
      await write(db.deleteFrom('transcript').where('conversation', '=', conversation));
    },
  };
}
