import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { createSchema, proveWritable, type Schema } from './schema.js';

/** A start that cannot go on because of where the data should be kept. */
export class StorageError extends Error {}

/**
 * Opens (and creates) the embedded file `passerelle.db` in a folder, or a database in memory for `:memory:`.
 * @throws StorageError that names the file and the remedy when it is locked, read-only or not a database
 */
export async function openDatabase(folder: string): Promise<Kysely<Schema>> {
  const file = folder === ':memory:' ? ':memory:' : join(folder, 'passerelle.db');
  try {
    if (folder !== ':memory:') mkdirSync(folder, { recursive: true });
    const database = new Database(file, { timeout: 2000 });
    // WAL lets a reader (the operators' commands) look in while the bot writes.
    database.exec('pragma journal_mode = wal; pragma synchronous = normal;');
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: withPreparedOnce(database) }) });
    await createSchema(db);
    await proveWritable(db);
    return db;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StorageError(
      `Cannot write the state file ${file}: ${why}. Set DATA_DIR to a folder that this process may write, ` +
        'and see that no other process holds the file.',
    );
  }
}

/** How many statements are kept prepared; the house has a few dozen. */
const MOST_STATEMENTS = 200;

/** Preparing a statement costs more than running it; the same SQL text is prepared once. */
function withPreparedOnce(database: Database.Database): SqliteDatabase {
  const prepared = new Map<string, ReturnType<Database.Database['prepare']>>();
  return {
    close: () => void database.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      if (prepared.size >= MOST_STATEMENTS) prepared.clear();
      const statement = database.prepare(sql);
      prepared.set(sql, statement);
      return statement;
    },
  };
}
