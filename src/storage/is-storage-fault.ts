import { StorageError } from './storage-error.js';

/** Whether something failed because of where the data is kept (a full disk, a file taken away): it may work again later. */
export function isStorageFault(error: unknown): boolean {
  if (error instanceof StorageError) return true;
  return error instanceof Error && /^SQLITE_/.test(String(Reflect.get(error, 'code')));
}
