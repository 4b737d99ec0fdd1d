import { type Kysely, type Migration, Migrator } from 'kysely';
import { type Engine, engineOf } from './engine.js';
import { createTables } from './migrations/create-tables.js';
import { deliverCases } from './migrations/deliver-cases.js';
import { holdTurns } from './migrations/hold-turns.js';
import { knowConversationsOfCases } from './migrations/know-conversations-of-cases.js';
import { knowConversationsOfLinks } from './migrations/know-conversations-of-links.js';
import { logTurns } from './migrations/log-turns.js';
import { markCommits } from './migrations/mark-commits.js';
import { numberByConversation } from './migrations/number-by-conversation.js';
import { numberPerConversation } from './migrations/number-per-conversation.js';
import { shareLimits } from './migrations/share-limits.js';
import type { Schema } from './schema.js';
import { StorageError } from './storage-error.js';

/**
 * Every change of the tables, in order; what has been released is never edited. The first one also takes over a file
 * that was written before there were versions.
 */
const MIGRATIONS: Readonly<Record<string, (db: Kysely<never>, engine: Engine) => Promise<void>>> = {
  '0001-tables': createTables,
  '0002-number-per-conversation': numberPerConversation,
  '0003-know-conversations-of-cases': knowConversationsOfCases,
  '0004-number-by-conversation': numberByConversation,
  '0005-hold-turns': holdTurns,
  '0006-deliver-cases': deliverCases,
  '0007-log-turns': logTurns,
  '0008-know-conversations-of-links': knowConversationsOfLinks,
  '0009-share-limits': shareLimits,
  '0010-mark-commits': markCommits,
};

/**
 * Brings a state file, or the database of a server, to this version.
 * @param what to be named in the error
 * @param whileAlone runs what changes the file while no other process serves from it
 * @throws StorageError when it is of a newer version
 */
export async function migrate(
  db: Kysely<Schema>,
  what: string,
  whileAlone: (change: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const done = await doneMigrations(db);
  const newer = done.filter((name) => !(name in MIGRATIONS));
  if (newer.length > 0)
    throw new StorageError(
      `The ${what} was written by a newer version of Passerelle (it has ${newer.join(', ')}; this version ` +
        `knows up to ${Object.keys(MIGRATIONS).at(-1)}). Start that version again, or restore a copy from before the update.`,
    );
  if (done.length === Object.keys(MIGRATIONS).length) return;
  await whileAlone(async () => {
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => migrationsOf(engineOf(db)) },
    }).migrateToLatest();
    if (error) throw error;
  });
}

const migrationsOf = (engine: Engine): Record<string, Migration> =>
  Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, up]) => [name, { up: (db: Kysely<never>) => up(db, engine) }]),
  );

async function doneMigrations(db: Kysely<Schema>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
