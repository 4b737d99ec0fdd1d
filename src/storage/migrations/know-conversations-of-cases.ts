import { type Kysely, sql } from 'kysely';

/** Tells a case's conversation beside it, so that those of one conversation can be counted. */
export async function knowConversationsOfCases(db: Kysely<never>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run('alter table cases add column conversation text');
  await run(`update cases set conversation = json_extract(item, '$.conversation') where json_valid(item)`);
  await run('create index cases_of on cases (conversation)');
}
