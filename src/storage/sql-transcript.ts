import type { Insertable, Kysely } from 'kysely';
import type { Transcript } from '../handoff/transcript.js';
import { compiledOnce } from './compiled-once.js';
import { nowAndThen } from './now-and-then.js';
import type { Schema } from './schema.js';
import { LOOK_EVERY, trimTranscript } from './trim-conversation.js';
import { atOnce } from './unit-of-work.js';

const insert = compiledOnce<Insertable<Schema['transcript']>>(['conversation', 'at', 'from', 'text'], (db, row) =>
  db.insertInto('transcript').values(row),
);

/** @param isDue whether it is time to look at how much a conversation keeps */
export function sqlTranscript(db: Kysely<Schema>, write = atOnce(db), isDue = nowAndThen(LOOK_EVERY)): Transcript {
  return {
    async append(conversation, lines) {
      for (const { at, from, text } of lines) await write(insert(db, { conversation, at, from, text }));
      if (isDue(conversation)) await trimTranscript({ db, run: write }, conversation);
    },

    async read(conversation) {
      const rows = await db
        .selectFrom('transcript')
        .select(['at', 'from', 'text'])
        .where('conversation', '=', conversation)
        .orderBy('id')
        .execute();
      return rows.map(({ at, from, text }) => ({
        at,
        from: from === 'customer' || from === 'note' ? from : 'assistant',
        text,
      }));
    },

    async forget(conversation) {
      await write(db.deleteFrom('transcript').where('conversation', '=', conversation));
    },
  };
}
