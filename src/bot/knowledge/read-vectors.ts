import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWordVectors, type WordVectors } from '../../knowledge/understanding/across/word-vectors.js';
import { VECTORS_FOLDER } from '../config.js';

let opened: Promise<WordVectors> | undefined;

/** The word vectors that come along (`vectors/README.md`), read once. */
export function readVectors(): Promise<WordVectors> {
  opened ??= read();
  return opened;
}

async function read(): Promise<WordVectors> {
  const [table, bytes] = await Promise.all([
    readFile(join(VECTORS_FOLDER, 'words.tsv'), 'utf8'),
    readFile(join(VECTORS_FOLDER, 'words.int8')),
  ]);
  return openWordVectors(table, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
}
