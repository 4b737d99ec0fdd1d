import { type Kysely, sql } from 'kysely';

/**
 * Cases go to their destinations through the outbox: `key` tells a delivery from every other, so that one is never put
 * there twice; `why` is what the last try came to. `destinations` keeps what a probe left at each of them.
 */
export async function deliverCases(db: Kysely<never>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run('alter table outbox add column key text');
  await run('alter table outbox add column destination text');
  await run('alter table outbox add column why text');
  await run('create unique index outbox_once on outbox (key) where key is not null');
  await run('create index outbox_to on outbox (destination, state, due_at) where destination is not null');
  await run('create table destinations (destination text primary key, remote text not null)');
}
