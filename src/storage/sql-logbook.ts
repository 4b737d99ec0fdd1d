import type { Kysely } from 'kysely';
import type { Logbook } from '../insights/logbook.js';
import { compiledOnce } from './compiled-once.js';
import type { Schema } from './schema.js';
import { atOnce } from './unit-of-work.js';

const insertQuestion = compiledOnce<Schema['questions']>(
  ['at', 'conversation', 'language', 'text', 'verdict', 'intent', 'confidence'],
  (db, { at, conversation, language, text, verdict, intent, confidence }) =>
    db.insertInto('questions').values({ at, conversation, language, text, verdict, intent, confidence }),
);

export function sqlLogbook(db: Kysely<Schema>, write = atOnce(db)): Logbook {
  return {
    async note(entry) {
      await write(insertQuestion(db, { ...entry, intent: entry.intent ?? null }));
    },
    async rate(rating) {
      const row = { ...rating, helpful: rating.helpful ? 1 : 0, reason: rating.reason ?? null };
      await write(db.insertInto('ratings').values(row));
    },
  };
}
