import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.js';

/** The tables as they were before there were versions, in a file that may have them already. */
export async function createTables(db: Kysely<never>, engine: Engine): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).ifNotExists();
  const [counted, counts] =
    engine === 'postgres'
      ? (['bigserial', (c: ColumnDefinitionBuilder) => c.primaryKey()] as const)
      : (['integer', (c: ColumnDefinitionBuilder) => c.primaryKey().autoIncrement()] as const);
  await table('state')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('etag', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .execute();
  await table('transcript')
    .addColumn('id', counted, counts)
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('from', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('transcript_of').ifNotExists().on('transcript').column('conversation').execute();
  await table('keys')
    .addColumn('conversation', 'text', (c) => c.primaryKey())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('until', 'text', (c) => c.notNull())
    .execute();
  await table('cases')
    .addColumn('reference', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .execute();
  await table('questions')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('intent', 'text')
    .addColumn('confidence', engine === 'postgres' ? 'double precision' : 'real', (c) => c.notNull())
    .execute();
  await table('reports')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .execute();
  await table('ratings')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('article', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('helpful', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text')
    .execute();
  await table('web_conversations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user', 'text', (c) => c.notNull())
    .addColumn('locale', 'text')
    .addColumn('used_at', 'text', (c) => c.notNull())
    .execute();
  await table('web_activities')
    .addColumn('number', counted, counts)
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('client_id', 'text')
    .addColumn('awaits_turn', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .execute();
  const index = (name: string) => db.schema.createIndex(name).ifNotExists().on('web_activities');
  await index('web_activity_once').columns(['conversation', 'client_id']).unique().execute();
  await index('web_activities_of').columns(['conversation', 'number']).execute();
  await index('web_activities_unanswered').column('number').where(sql<boolean>`awaits_turn = 1`).execute();
  await table('signing_keys')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('secret', 'text', (c) => c.notNull())
    .execute();
  await table('conversation_references')
    .addColumn('conversation', 'text', (c) => c.primaryKey())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .execute();
  await table('outbox')
    .addColumn('id', counted, counts)
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('first_try_at', 'text')
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('outbox_due').ifNotExists().on('outbox').columns(['state', 'due_at']).execute();
  await table('carry_codes')
    .addColumn('code_hash', 'text', (c) => c.primaryKey())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .execute();
}
