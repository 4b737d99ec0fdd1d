import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileChange } from './file-change.js';

/** Below the folder of a help centre: what was taught, to undo it. Its files are no articles to anybody. */
const KEPT = '.training';
/** How many lessons can be undone. */
const MOST_KEPT = 200;
/** How long a lock may stay with the same holder, and how long one is waited for at a time, in milliseconds. */
const LONGEST_HOLD = 10_000;
const PAUSE = 20;

/** The folder of a help centre, written by one at a time. */
export interface TeachingFolder {
  /** Nothing when the file is not there. @param path below the folder, with slashes */
  read(path: string): Promise<string | undefined>;
  /** All of them or none: when one cannot be written, those before it are put back. */
  write(changes: readonly FileChange[]): Promise<void>;
  /** Texts that are kept beside the help centre, by name, oldest first. */
  records(): Promise<readonly string[]>;
  readRecord(name: string): Promise<string | undefined>;
  keepRecord(name: string, text: string): Promise<void>;
  dropRecord(name: string): Promise<void>;
  /** Runs while nobody else writes, in this process or another. @throws when the folder cannot be written */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** @param wait resolves after that many milliseconds */
export function openTeachingFolder(folder: string, wait: (milliseconds: number) => Promise<unknown>): TeachingFolder {
  let last: Promise<unknown> = Promise.resolve();
  const kept = (name: string) => join(folder, KEPT, name);
  const put = async (path: string, text: string | undefined) => {
    const place = join(folder, path);
    if (text === undefined) return rm(place, { force: true });
    await mkdir(dirname(place), { recursive: true });
    // Whole or not at all: a server may be reading.
    await writeFile(`${place}.part`, text);
    await rename(`${place}.part`, place);
  };
  const locked = async <T>(work: () => Promise<T>): Promise<T> => {
    await mkdir(join(folder, KEPT), { recursive: true });
    // Nobody's repository is to hold what can be undone here.
    await writeFile(kept('.gitignore'), '*\n');
    const lock = kept('lock');
    await take(lock, wait);
    try {
      return await work();
    } finally {
      await rm(lock, { force: true });
    }
  };
  return {
    read: (path) => readIfThere(join(folder, path)),
    async write(changes) {
      const done: FileChange[] = [];
      try {
        for (const change of changes) {
          await put(change.path, change.after);
          done.push(change);
        }
      } catch (error) {
        for (const { path, before } of done) await put(path, before);
        throw error;
      }
    },
    records: async () => {
      const names = await readdir(join(folder, KEPT)).catch(() => []);
      return names.filter((name) => name.endsWith('.json')).sort();
    },
    readRecord: (name) => readIfThere(kept(name)),
    async keepRecord(name, text) {
      await put(`${KEPT}/${name}`, text);
      const names = (await readdir(join(folder, KEPT))).filter((each) => each.endsWith('.json')).sort();
      for (const old of names.slice(0, -MOST_KEPT)) await rm(kept(old), { force: true });
    },
    dropRecord: (name) => rm(kept(name), { force: true }),
    alone: (work) => {
      const result = last.then(() => locked(work));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

/** Whoever holds the lock for so long has died with it: a writer needs milliseconds. */
async function take(lock: string, wait: (milliseconds: number) => Promise<unknown>): Promise<void> {
  let holder: string | undefined;
  for (let waited = 0; ; waited += PAUSE) {
    try {
      return await writeFile(lock, randomUUID(), { flag: 'wx' });
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      const now = await readIfThere(lock);
      if (now !== holder) [holder, waited] = [now, 0];
      else if (waited >= LONGEST_HOLD) await rm(lock, { force: true });
      await wait(PAUSE);
    }
  }
}

/** Whether a folder refuses to be written. */
export const isReadOnly = (error: unknown): boolean =>
  ['EACCES', 'EROFS', 'EPERM'].some((code) => hasCode(error, code));

const hasCode = (error: unknown, code: string) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
}
