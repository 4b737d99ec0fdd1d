import { join } from 'node:path';
import Database from 'libsql';
import { privateFile } from './private-file.js';
import { StorageError } from './storage-error.js';

/** How long a process that is just stopping is waited for, in milliseconds. */
const LONGEST_WAIT = 2000;

/**
 * Makes this process the only one that serves from a folder. The order of turns, the limits and the clocks of the outbox
 * are each process's own. The lock is the system's, on a file of its own: whoever dies leaves none behind, and the
 * operators' commands read the state file beside it.
 * @returns gives it back
 * @throws StorageError when another process has it
 */
export function lockFolder(folder: string): () => void {
  if (folder === ':memory:') return () => {};
  const lock = new Database(privateFile(join(folder, 'passerelle.lock')), { timeout: LONGEST_WAIT });
  try {
    lock.exec('pragma journal_mode = memory');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    const why = error instanceof Error ? error.message : String(error);
    throw new StorageError(
      `Another process serves from ${folder} already (${why}). Stop it first, or give this one a DATA_DIR of its own: ` +
        'two processes would answer the same conversations out of order.',
    );
  }
  return () => lock.close();
}
