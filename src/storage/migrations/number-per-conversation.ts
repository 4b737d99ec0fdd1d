import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.js';

/**
 * Numbers activities within their conversation: numbers of all conversations together told everybody's traffic. What has
 * a number keeps it, and the next ones of that conversation go on from there: a client that is open meanwhile has it as
 * its watermark. A conversation whose activities have all been deleted goes on from the highest of all.
 */
export async function numberPerConversation(db: Kysely<never>, engine: Engine): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run('alter table web_activities rename to web_activities_before');
  await run(`create table web_activities (
    conversation text not null, number ${engine === 'postgres' ? 'bigint' : 'integer'} not null, client_id text, awaits_turn integer not null,
    at text not null, item text not null, primary key (conversation, number))`);
  await run(`insert into web_activities (conversation, number, client_id, awaits_turn, at, item)
    select conversation, number, client_id, awaits_turn, at, item from web_activities_before order by number`);
  await run('alter table web_conversations add column last_number integer not null default 0');
  if (engine === 'sqlite')
    await run(`update web_conversations set last_number =
      coalesce((select seq from sqlite_sequence where name = 'web_activities_before'), 0)
      where not exists (select 1 from web_activities where conversation = web_conversations.id)`);
  await run('drop table web_activities_before');
  await run('create unique index web_activity_once on web_activities (conversation, client_id)');
  await run('create index web_activities_unanswered on web_activities (conversation, number) where awaits_turn = 1');
  // Whoever deletes: the next number is higher than any that a client may have seen.
  if (engine === 'sqlite')
    await run(`create trigger web_activities_numbered after delete on web_activities begin
      update web_conversations set last_number = old.number where id = old.conversation and last_number < old.number; end`);
}
