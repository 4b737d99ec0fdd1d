import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'libsql';
import { privateFile } from './private-file.js';
import { stateFile } from './state-file.js';
import { StorageError } from './storage-error.js';

/** How long a process that is just stopping is waited for, in milliseconds. */
const LONGEST_WAIT = 2000;

interface Lock {
  readonly database: Database.Database;
  /** The folder in which the state file itself is. */
  readonly home: string;
  /** Of the lock's file: one in its place is another lock. */
  readonly inode: number;
  /** How often this process has taken it and not given it back. */
  times: number;
}

/** The locks of this process: what serves from a folder also brings its state file up to date. */
const held = new Map<string, Lock>();

/**
 * Makes this process the only one that serves from a folder. The order of turns, the limits and the clocks of the outbox
 * are each process's own. The lock is the system's, on a file of its own: whoever dies leaves none behind, and the
 * operators' commands read the state file beside it. Whoever has it says so in `passerelle.pid`, which alone locks nothing.
 * The lock is beside the state file itself, which may be a link to another volume.
 * @returns gives it back
 * @throws StorageError when another process has it, or the folder cannot be written
 */
export function lockFolder(folder: string): () => void {
  if (folder === ':memory:') return () => {};
  const key = resolve(folder);
  const lock = held.get(key) ?? take(folder);
  held.set(key, lock);
  lock.times++;
  return () => {
    if (--lock.times > 0) return;
    held.delete(key);
    try {
      if (holderOf(lock.home) === process.pid) rmSync(pidFile(lock.home), { force: true });
    } catch {
      // The folder may not be written any more: the next one to have it writes its own.
    }
    lock.database.close();
  };
}

/**
 * Whether a folder that this process has taken is still kept from others: whoever removes the lock's file leaves this
 * process a lock that nobody else finds.
 */
export function isLocked(folder: string): boolean {
  if (folder === ':memory:') return true;
  const lock = held.get(resolve(folder));
  return lock !== undefined && statSync(lockFile(lock.home), { throwIfNoEntry: false })?.ino === lock.inode;
}

const lockFile = (folder: string) => join(folder, 'passerelle.lock');

function take(folder: string): Lock {
  const home = dirname(stateFile(folder));
  let database: Database.Database | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = privateFile(lockFile(home));
    database = new Database(file, { timeout: LONGEST_WAIT });
    database.exec('pragma journal_mode = memory');
    database.exec('begin exclusive');
    writeFileSync(pidFile(home), `${process.pid}\n`, { mode: 0o600 });
    return { database, home, inode: statSync(file).ino, times: 0 };
  } catch (error) {
    database?.close();
    throw refusal(folder, home, error);
  }
}

function refusal(folder: string, home: string, error: unknown): StorageError {
  const why = error instanceof Error ? error.message : String(error);
  const isTaken = /^SQLITE_(?:BUSY|LOCKED)/.test(String(Reflect.get(Object(error), 'code')));
  if (!isTaken)
    return new StorageError(
      `Cannot write the state file ${join(folder, 'passerelle.db')}: ${why}. Set DATA_DIR to a folder that this process may write.`,
    );
  const pid = holderOf(home);
  return new StorageError(
    `${pid === undefined ? 'Another process' : `Process ${pid}`} serves from ${folder} already (${why}). Stop it first, or ` +
      'give this one a DATA_DIR of its own: two processes would answer the same conversations out of order.',
  );
}

const pidFile = (folder: string) => join(folder, 'passerelle.pid');

/** Who has the folder; nothing when it has not said so. */
function holderOf(folder: string): number | undefined {
  try {
    return Number(/^\d+$/m.exec(readFileSync(pidFile(folder), 'utf8'))?.[0]) || undefined;
  } catch {
    return undefined;
  }
}
