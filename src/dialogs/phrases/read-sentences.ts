import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { Loaded } from '../../knowledge/articles/article.js';
import { readYaml } from '../../knowledge/articles/read-yaml.js';
import type { SentenceTree } from './sentence-tree.js';

const sentencesFile = z.record(z.string(), z.unknown());

/**
 * Reads `DIR/<language>/<name>`. JSON is read as the YAML that it is: an error then has its line.
 * @param isNeeded whether the file must be there; nothing is loaded of one that need not be and is not
 */
export async function readSentences(
  folder: string,
  language: string,
  name: string,
  isNeeded: boolean,
): Promise<Loaded<SentenceTree | undefined>> {
  const path = join(folder, language, name);
  const file = relative(process.cwd(), path);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) return readYaml(file, text, sentencesFile);
  if (!isNeeded) return { kind: 'loaded', value: undefined };
  return { kind: 'broken', problems: [{ file, message: 'the sentences of this language are missing' }] };
}
