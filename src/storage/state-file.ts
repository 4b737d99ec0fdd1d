import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where the state file of a folder is: `passerelle.db` may be a link to another volume, and SQLite keeps the logs, and
 * we the lock, beside the file itself.
 */
export function stateFile(folder: string): string {
  const file = join(folder, 'passerelle.db');
  try {
    return realpathSync(file);
  } catch {
    // It is made at the first start.
    return file;
  }
}
