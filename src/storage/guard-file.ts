import { statSync } from 'node:fs';

/** What became of a state file under the feet of its process; nothing while it is well. */
export type FileFault = 'taken away' | 'replaced' | 'cut short';

/**
 * Watches over an open state file and its logs. The system lets a process go on writing to a file that nobody can find
 * any more: what it acknowledged then would be lost.
 */
export function guardFile(file: string): () => FileFault | undefined {
  const all = [file, `${file}-wal`, `${file}-shm`].map((path) => ({ path, inode: look(path)?.ino }));
  // The file itself never gets shorter: nothing here gives space back to the system. Its log does.
  let longest = 0;
  return () => {
    for (const { path, inode } of all) {
      const found = look(path);
      if (!found) return 'taken away';
      if (found.ino !== inode) return 'replaced';
      if (path !== file) continue;
      if (found.size < longest) return 'cut short';
      longest = found.size;
    }
    return undefined;
  };
}

const look = (path: string) => statSync(path, { throwIfNoEntry: false });
