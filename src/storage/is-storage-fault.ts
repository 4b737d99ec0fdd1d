import { StorageError } from './storage-error.js';

/** Of Node: the server is not there, or the way to it is gone. */
const NO_CONNECTION = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/**
 * Of PostgreSQL (appendix A of its manual): connection lost, rolled back for another's sake, disk or connections
 * exhausted, a statement or a transaction that took too long, shutting down or starting, read-only since a failover, a fault of its system.
 */
const NOT_NOW = /^(?:08...|40...|53...|57P0[1-5]|57014|25006|25P0[234]|55P03|58...)$/;
/** What the driver says in words only. */
const DRIVER =
  /Connection terminated|timeout (?:exceeded when trying to connect|expired)|is not queryable|Query read timeout|Received unexpected \w+ message from backend/;

/** Whether something failed because of where the data is kept (a full disk, a server that restarts): it may work again later. */
export function isStorageFault(error: unknown): boolean {
  if (error instanceof StorageError) return true;
  if (typeof error !== 'object' || error === null) return false;
  const code = String(Reflect.get(error, 'code'));
  const message = String(Reflect.get(error, 'message'));
  const isFault = /^SQLITE_/.test(code) || NO_CONNECTION.test(code) || NOT_NOW.test(code);
  if (isFault || DRIVER.test(message)) return true;
  // What could not be committed says why in its cause, and what failed inside of a dialog in the error that the framework wraps.
  return isStorageFault(Reflect.get(error, 'cause')) || isStorageFault(Reflect.get(error, 'error'));
}
