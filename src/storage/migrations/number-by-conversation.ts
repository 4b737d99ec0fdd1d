import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.js';

/**
 * Lets each conversation count its activities itself: two processes that add to one at once wait for each other at its
 * row, and neither takes the other's number.
 */
export async function numberByConversation(db: Kysely<never>, engine: Engine): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  if (engine === 'sqlite') await run('drop trigger web_activities_numbered');
  await run(`update web_conversations set last_number = counted.highest
    from (select conversation, max(number) as highest from web_activities group by conversation) as counted
    where counted.conversation = web_conversations.id and counted.highest > last_number`);
}
