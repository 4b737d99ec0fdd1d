import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { logIsWhole, type SeenLog } from './log-is-whole.js';

/** What became of a state file, or of its log, under the feet of its process; nothing while it is well. */
export type FileFault = 'taken away' | 'replaced' | 'cut short' | 'damaged';

/** Watches over the state file while a process serves from it. */
export interface FileGuard {
  /** Before and after each write: some ten system calls. What has happened once does not pass. */
  fault(): FileFault | undefined;
  /** As {@link fault}, and whether the first page of each table and index is still one. */
  look(): FileFault | undefined;
  /** Told when the database itself says that it is damaged. */
  damaged(): void;
  /** Not before the database is closed: closing any handle of a file gives back all locks that a process has on it. */
  close(): void;
}

/** What a file of SQLite begins with, and what its pages of tables and indexes do (https://sqlite.org/fileformat2.html). */
const MAGIC = Buffer.from('SQLite format 3\0');
const TREE_PAGES: ReadonlySet<number> = new Set([2, 5, 10, 13]);

/**
 * Watches over an open state file and its logs. The system lets a process go on writing to a file that nobody can find
 * any more, or whose log has lost its beginning: what it acknowledged then would be lost.
 * @param roots where the first pages of tables and indexes are, in bytes
 */
export function guardFile(file: string, roots: readonly number[]): FileGuard {
  const all = [file, `${file}-wal`, `${file}-shm`].map((path) => ({ path, inode: found(path)?.ino }));
  const [data, log, index] = all.map(({ path }) => openSync(path, 'r')) as [number, number, number];
  // The file itself never gets shorter: nothing here gives space back to the system. Its log does.
  let longest = 0;
  let seen: SeenLog | undefined;
  let known: FileFault | undefined;
  let isClosed = false;
  const begins = Buffer.alloc(MAGIC.length);
  const isTree = (at: number) => readSync(data, begins, 0, 1, at) === 1 && TREE_PAGES.has(begins.readUInt8(0));
  /** What is only in the log as yet is not looked for in the file. */
  const trees = new Set<number>();
  const areTrees = () =>
    roots.every((at) => {
      if (!isTree(at)) return !trees.has(at);
      trees.add(at);
      return true;
    });

  const find = (): FileFault | undefined => {
    if (isClosed) return undefined;
    for (const { path, inode } of all) {
      const now = found(path);
      if (!now) return 'taken away';
      if (now.ino !== inode) return 'replaced';
      if (path !== file) continue;
      if (now.size < longest) return 'cut short';
      longest = now.size;
    }
    readSync(data, begins, 0, MAGIC.length, 0);
    if (longest > 0 && !begins.equals(MAGIC)) return 'damaged';
    const whole = logIsWhole(index, log, seen);
    if (whole === false) return 'cut short';
    seen = whole;
    return undefined;
  };
  return {
    fault: () => (known ??= find()),
    look: () => (known ??= find() ?? (isClosed || areTrees() ? undefined : 'damaged')),
    damaged: () => {
      known ??= 'damaged';
    },
    close: () => {
      isClosed = true;
      for (const each of [data, log, index]) closeSync(each);
    },
  };
}

const found = (path: string) => statSync(path, { throwIfNoEntry: false });
