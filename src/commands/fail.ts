import { ConfigError } from '../bot/config.js';
import { StorageError } from '../storage/open-database.js';

/** Ends a command: a sentence for what the operator can mend, the stack for what only we can. */
export function fail(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError || error instanceof StorageError) return error.message;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `${error.message}. Another process listens there: stop it, or set PORT to another number.`;
  if (code === 'ENOENT' || code === 'EACCES') return error.message;
  return error.stack ?? error.message;
}
