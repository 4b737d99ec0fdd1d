import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sendable, sendable } from './send-response.js';

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};
/** More is no picture of a guide, in bytes. */
const LARGEST = 10 * 1024 * 1024;

/** Scripts in a drawing never run, not when it is opened by itself either. */
export const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * A picture that came along with the articles: `/pictures/<name>` is `pictures/<name>` of the help centre's folder. Nothing for
 * any other address, and for a file that is not there or too large.
 */
export async function pictureFile(knowledgeFolder: string, path: string): Promise<Sendable | undefined> {
  const [, name = '', ending = ''] = /^\/pictures\/([\w-]+(?:\.[\w-]+)*\.(\w+))$/.exec(path) ?? [];
  const type = TYPES[ending.toLowerCase()];
  if (type === undefined) return undefined;
  const place = join(knowledgeFolder, 'pictures', name);
  const found = await stat(place).catch(() => undefined);
  if (!found?.isFile() || found.size > LARGEST) return undefined;
  return sendable(type, await readFile(place));
}
