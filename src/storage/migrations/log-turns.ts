import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.js';

/**
 * The logbook keeps every turn with its outcome; the questions that are there are taken over. What came of them nobody
 * noted: an answer is silent, a refusal failed. Beside it, who of the team is signed in, and what they did.
 */
export async function logTurns(db: Kysely<never>, engine: Engine): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  const [id, real] =
    engine === 'postgres'
      ? ['bigserial primary key', 'double precision']
      : ['integer primary key autoincrement', 'real'];
  await run(`create table turns (id ${id}, at text not null, conversation text not null, language text not null,
    channel text, route text not null, outcome text not null, text text, verdict text, intent text, confidence ${real},
    refusal text, task text, article text, section integer, findings text, latency_ms integer, handled text)`);
  await run(`insert into turns (at, conversation, language, route, outcome, text, verdict, intent, confidence)
    select at, conversation, language, verdict,
    case when verdict in ('unknown', 'nearest') then 'failed' else 'silent' end, text, verdict, intent, confidence
    from questions order by at`);
  await run('drop table questions');
  await run('create index turns_of on turns (conversation)');
  await run('create index turns_at on turns (at)');
  await run(`create index turns_unanswered on turns (id) where outcome = 'failed' and handled is null`);
  await run(`create table operator_sessions (token_hash text primary key, name text not null, role text not null,
    expires_at text not null)`);
  await run(`create table audit (id ${id}, at text not null, name text not null, what text not null, subject text)`);
}
