// The word vectors that are shipped, for the scripts of this folder.
import { readFileSync } from 'node:fs';
import { engine, root } from './knowledge-base.mjs';

export function wordVectors(folder = `${root}vectors`) {
  const bytes = readFileSync(`${folder}/words.int8`);
  return engine('across/word-vectors').openWordVectors(
    readFileSync(`${folder}/words.tsv`, 'utf8'),
    new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  );
}
