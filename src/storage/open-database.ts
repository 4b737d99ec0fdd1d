import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type SqliteDatabase } from 'kysely';
import Database from 'libsql';
import { type FileFault, guardFile } from './guard-file.js';
import { lockFolder } from './lock-folder.js';
import { BUSY_TIMEOUT } from './log-emptier.js';
import { migrate } from './migrate.js';
import { privateFile } from './private-file.js';
import { proveWritable, type Schema } from './schema.js';
import { StateDialect } from './state-dialect.js';
import { StorageError } from './storage-error.js';

/**
 * Opens (and creates) the embedded file `passerelle.db` in a folder, or a database in memory for `:memory:`, and brings
 * it to this version. Conversations are in it: nobody but the owner may read it.
 * @throws StorageError that names the file and the remedy when it is locked, read-only, not a database or of a newer
 * version
 */
export async function openDatabase(folder: string): Promise<Kysely<Schema>> {
  return (await openStateFile(folder)).db;
}

interface StateFile {
  readonly db: Kysely<Schema>;
  /** What has happened to the file since; nothing is written to it any more then. */
  readonly fault: () => FileFault | undefined;
}

/** As {@link openDatabase}, for a process that stays. */
export async function openStateFile(folder: string): Promise<StateFile> {
  const file = folder === ':memory:' ? ':memory:' : join(folder, 'passerelle.db');
  try {
    if (folder !== ':memory:') {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      privateFile(file);
    }
    const database = new Database(file, { timeout: BUSY_TIMEOUT });
    // WAL lets a reader (the operators' commands) look in while the bot writes.
    // What is deleted is overwritten, not only marked as free.
    // What was acknowledged stays also when the power fails: docs/decisions/0010.
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;');
    let fault: StateFile['fault'] = () => undefined;
    const guarded = guardWrites(withPreparedOnce(database), () => fault());
    const db = new Kysely<Schema>({ dialect: new StateDialect({ database: guarded }) });
    await migrate(db, `state file ${file}`, async (change) => {
      const unlock = lockFolder(folder);
      await change().finally(unlock);
    });
    await proveWritable(db);
    if (folder !== ':memory:') fault = guardFile(file);
    return { db, fault: () => fault() };
  } catch (error) {
    if (error instanceof StorageError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new StorageError(
      `Cannot write the state file ${file}: ${why}. Set DATA_DIR to a folder that this process may write, ` +
        'and see that no other process holds the file; one that is damaged is put back from a copy, or moved away.',
    );
  }
}

/** Refuses to write what nobody would find again. */
function guardWrites(database: SqliteDatabase, fault: StateFile['fault']): SqliteDatabase {
  let isWithin = false;
  return {
    close: () => database.close(),
    prepare(statement) {
      if (!isWithin && /^\s*(?:begin|insert|update|delete)/i.test(statement)) {
        const what = fault();
        if (what) throw new StorageError(`The state file was ${what} while this process served from it`);
      }
      if (/^(?:begin|commit|rollback)$/.test(statement)) isWithin = statement === 'begin';
      return database.prepare(statement);
    },
  };
}

/** How many statements are kept prepared; the app has a few dozen. */
const MOST_STATEMENTS = 200;

/** Preparing a statement costs more than running it; the same SQL text is prepared once. */
function withPreparedOnce(database: Database.Database): SqliteDatabase {
  const prepared = new Map<string, ReturnType<Database.Database['prepare']>>();
  return {
    close: () => void database.close(),
    prepare(sql) {
      // A full disk ends the transaction by itself; a second end would hide why.
      if (sql === 'rollback' && !database.inTransaction) return database.prepare('select 1');
      const known = prepared.get(sql);
      if (known) return known;
      if (prepared.size >= MOST_STATEMENTS) prepared.clear();
      const statement = database.prepare(sql);
      prepared.set(sql, statement);
      return statement;
    },
  };
}
