import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Knowledge } from '../../knowledge/articles/load-knowledge.js';

/** A knowledge base read and its index built, once, by `npm run build` or the first start: a start only has to load it. */
export interface Prepared {
  readonly knowledge: Knowledge;
  /** As `Index.save` gave it. */
  readonly index: Uint8Array;
}

/** Where the build keeps the shipped one: beside the compiled code, so that it goes with it and is made anew with it; the tests find it there, too. */
export const SHIPPED_FOLDER = join(__dirname, '..', '..', '..', 'dist', 'prepared');

/** The compiled code that reads a knowledge base and learns from it. */
const CODE = join(__dirname, '..', '..', '..', 'dist', 'knowledge');

/**
 * What a prepared form depends on besides the files: the code that made it, and v8's format, which keeps it. One of
 * another build or another Node.js is not found, so never misread.
 */
export async function codePrint(): Promise<string> {
  const code = await hashOf(CODE, /\.js$/);
  return createHash('sha256').update(`${code} ${process.versions.v8}`).digest('hex').slice(0, 16);
}

/** What the files of a knowledge base are now: names and contents, in one hash. */
export async function fingerprint(folder: string): Promise<string> {
  return hashOf(folder, /\.(?:md|yml)$/);
}

async function hashOf(folder: string, wanted: RegExp): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && wanted.test(entry.name));
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = createHash('sha256');
  // One after the other: a process may hold some thousand files open, a knowledge base may have more.
  for (const path of paths)
    hash
      .update(path.slice(folder.length))
      .update('\0')
      .update(await readFile(path));
  return hash.digest('hex').slice(0, 32);
}

/** The prepared form of exactly these files, if there is one. One that cannot be read counts as none. */
export async function readPrepared(print: string, from: string): Promise<Prepared | undefined> {
  const bytes = await readFile(join(from, print)).catch(() => undefined);
  try {
    // v8's own format keeps Maps; it may differ between versions of Node.js, and then it throws.
    return bytes && deserialize(bytes);
  } catch {
    return undefined;
  }
}

/** Keeps the prepared form of these files, whole or not at all, and drops older ones. */
export async function writePrepared(print: string, prepared: Prepared, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  const unfinished = join(to, `${print}.part`);
  await writeFile(unfinished, serialize(prepared), { mode: 0o600 });
  await rename(unfinished, join(to, print));
}
