import { StorageError } from './storage-error.js';

/** Whether something failed because of where the data is kept (a full disk, a file taken away): it may work again later. */
export function isStorageFault(error: unknown): boolean {
  if (error instanceof StorageError) return true;
  if (!(error instanceof Error)) return false;
  // What could not be committed says why in its cause.
  return /^SQLITE_/.test(String(Reflect.get(error, 'code'))) || isStorageFault(error.cause);
}
