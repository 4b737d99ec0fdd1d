import type { Insertable, Kysely } from 'kysely';
import type { Logbook, LoggedTurn, Outcome } from '../insights/logbook.js';
import { compiledOnce } from './compiled-once.js';
import type { Schema } from './schema.js';
import { atOnce } from './unit-of-work.js';

type Row = Insertable<Omit<Schema['turns'], 'id' | 'handled'>>;

const insertTurn = compiledOnce<Row>(
  [
    ...(['at', 'conversation', 'language', 'channel', 'route', 'outcome', 'text', 'verdict', 'intent'] as const),
    ...(['confidence', 'refusal', 'task', 'article', 'section', 'findings', 'latency_ms'] as const),
  ],
  (db, row) => db.insertInto('turns').values(row),
);

/** What each outcome may take the place of: what a customer said, of silence; proof, of what was said. */
const OVER: Readonly<Record<Exclude<Outcome, 'silent'>, readonly Outcome[]>> = {
  failed: ['silent'],
  confirmed: ['silent', 'failed'],
  'handed-off': ['silent', 'failed'],
  verified: ['silent', 'failed', 'confirmed'],
};

/**
 * The logbook in the table `turns`.
 * @param write at once, or with all else that a turn writes
 */
export function sqlLogbook(db: Kysely<Schema>, write = atOnce(db)): Logbook {
  return {
    async note(turn) {
      await write(insertTurn(db, rowOf(turn)));
    },
    async settle(conversation, outcome, article) {
      const last = db
        .selectFrom('turns')
        .select(({ fn }) => fn.max('id').as('id'))
        .where('conversation', '=', conversation)
        .where('text', 'is not', null);
      const asked = article === undefined ? last : last.where('article', '=', article);
      await write(
        db.updateTable('turns').set({ outcome }).where('id', '=', asked).where('outcome', 'in', OVER[outcome]),
      );
    },
    async rate(rating) {
      const row = { ...rating, helpful: rating.helpful ? 1 : 0, reason: rating.reason ?? null };
      await write(db.insertInto('ratings').values(row));
    },
  };
}

function rowOf({ question, findings, latencyMs, article, section, ...turn }: LoggedTurn): Row {
  return {
    ...turn,
    text: question?.text ?? null,
    verdict: question?.verdict ?? null,
    intent: question?.intent ?? null,
    confidence: question?.confidence ?? null,
    refusal: question?.refusal ?? null,
    task: question?.task ?? null,
    article: article ?? null,
    section: section ?? null,
    findings: findings ? JSON.stringify(findings) : null,
    latency_ms: Math.round(latencyMs),
  };
}
