import { mkdirSync } from 'node:fs';
import { Kysely, type SqliteDatabase } from 'kysely';
import Database from 'libsql';
import { findDamage, isDamage, rootsOf } from './find-damage.js';
import { type FileFault, type FileGuard, guardFile } from './guard-file.js';
import { lockFolder } from './lock-folder.js';
import { BUSY_TIMEOUT } from './log-emptier.js';
import { migrate } from './migrate.js';
import { privateFile } from './private-file.js';
import { proveWritable, type Schema } from './schema.js';
import { StateDialect } from './state-dialect.js';
import { stateFile } from './state-file.js';
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
  let file = folder === ':memory:' ? folder : stateFile(folder);
  try {
    if (folder !== ':memory:') {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      privateFile(stateFile(folder));
      file = stateFile(folder);
    }
    const database = new Database(file, { timeout: BUSY_TIMEOUT });
    // WAL lets a reader (the operators' commands) look in while the bot writes.
    // What is deleted is overwritten, not only marked as free.
    // What was acknowledged stays also when the power fails: docs/decisions/0010.
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;');
    const damage = findDamage(database);
    if (damage !== undefined) throw damaged(file, damage);
    let guard: FileGuard = UNGUARDED;
    const guarded = guardWrites(withPreparedOnce(database), () => guard);
    const db = new Kysely<Schema>({ dialect: new StateDialect({ database: guarded }) });
    await migrate(db, `state file ${file}`, async (change) => {
      const unlock = lockFolder(folder);
      await change().finally(unlock);
    });
    await proveWritable(db);
    if (folder !== ':memory:') guard = guardFile(file, rootsOf(database));
    return { db, fault: () => guard.look() };
  } catch (error) {
    if (error instanceof StorageError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    if (isDamage(error) && !/not a database/.test(why)) throw damaged(file, why);
    throw new StorageError(
      `Cannot write the state file ${file}: ${why}. Set DATA_DIR to a folder that this process may write, ` +
        'and see that no other process holds the file; one that is damaged is put back from a copy, or moved away.',
    );
  }
}

const damaged = (file: string, why: string) =>
  new StorageError(
    `The state file ${file} is damaged (${why}). Put it back from a copy, or move it and its logs (-wal, -shm) away to ` +
      'begin with an empty one: docs/production.md.',
  );

const UNGUARDED: FileGuard = {
  fault: () => undefined,
  look: () => undefined,
  damaged: () => {},
  close: () => {},
};

const WRITES = /^\s*(?:begin|insert|update|delete)/i;
/** Moves the log into the file: what is left of a log that has a hole would overwrite what is well there. */
const EMPTIES_LOG = /^\s*pragma wal_checkpoint/i;

/** Refuses to write what nobody would find again, and takes no write for done before the file is known to be well. */
function guardWrites(database: SqliteDatabase, guard: () => FileGuard): SqliteDatabase {
  let isWithin = false;
  const isBroken = () => ['cut short', 'damaged'].includes(guard().fault() ?? '');
  const prove = () => {
    const what = guard().fault();
    if (what) throw new StorageError(`The state file was ${what} while this process served from it`);
  };
  const noticing = <Result>(act: () => Result): Result => {
    try {
      return act();
    } catch (error) {
      if (isDamage(error)) guard().damaged();
      throw error;
    }
  };
  return {
    close: () => {
      // Closing empties the log, too.
      if (isBroken()) return;
      database.close();
      guard().close();
    },
    prepare(sql) {
      const isWrite = WRITES.test(sql);
      if ((isWrite && !isWithin) || (EMPTIES_LOG.test(sql) && isBroken())) prove();
      const isEnd = sql === 'commit' || (isWrite && !isWithin && sql !== 'begin');
      if (/^(?:begin|commit|rollback)$/.test(sql)) isWithin = sql === 'begin';
      const statement = noticing(() => database.prepare(sql));
      const proving = <Result>(act: () => Result): Result => {
        const result = noticing(act);
        if (isEnd) prove();
        return result;
      };
      return {
        reader: statement.reader,
        iterate: (parameters) => noticing(() => statement.iterate(parameters)),
        all: (parameters) => proving(() => statement.all(parameters)),
        run: (parameters) => proving(() => statement.run(parameters)),
      };
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
