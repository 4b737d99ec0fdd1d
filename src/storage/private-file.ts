import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

/** Makes sure that a file is there and is its owner's alone, whatever the umask; SQLite gives its logs the same mode. */
export function privateFile(file: string): string {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  for (const each of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(each)) chmodSync(each, 0o600);
  return file;
}
