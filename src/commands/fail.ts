import { OperatorError } from '../bot/operator-error.js';
import { StorageError } from '../storage/storage-error.js';
import { printError } from './print.js';

/** Ends a command: a sentence for what the operator can mend, the stack for what only we can. */
export function fail(error: unknown): never {
  printError(`${explain(error)}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof OperatorError || error instanceof StorageError) return error.message;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `${error.message}. Another process listens there: stop it, or set PORT to another number.`;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOTDIR' || code === 'EISDIR') {
    return `${error.message}. Check the path: it is read from the folder that the command runs in.`;
  }
  return error.stack ?? error.message;
}
