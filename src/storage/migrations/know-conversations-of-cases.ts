import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.js';

/** Tells a case's conversation beside it, so that those of one conversation can be counted. */
export async function knowConversationsOfCases(db: Kysely<never>, engine: Engine): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run('alter table cases add column conversation text');
  // On a server it is new, and empty.
  if (engine === 'sqlite')
    await run(`update cases set conversation = json_extract(item, '$.conversation') where json_valid(item)`);
  await run('create index cases_of on cases (conversation)');
}
