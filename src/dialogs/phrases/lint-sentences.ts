import { join } from 'node:path';
import type { ContentProblem } from '../../knowledge/articles/article.js';
import { readSentences } from './words.js';

/** Compares the sentences of every language with the French ones: no key missing, none too many, same placeholders. */
export async function lintSentences(folder: string, languages: readonly string[]): Promise<readonly ContentProblem[]> {
  const problems: ContentProblem[] = [];
  const read = async (language: string) => {
    const loaded = await readSentences(join(folder, language, 'bot.json'));
    if (loaded.kind === 'loaded') return sentences(loaded.value);
    problems.push(...loaded.problems);
    return undefined;
  };
  const reference = (await read('fr')) ?? new Map<string, string>();
  for (const language of languages) {
    const file = `${language}/bot.json`;
    const own = await read(language);
    if (!own) continue;
    for (const [key, text] of reference) {
      const said = own.get(key);
      if (said === undefined) problems.push({ file, message: `missing: ${key}` });
      else if (placeholders(said) !== placeholders(text)) {
        problems.push({
          file,
          message: `${key}: placeholders ${placeholders(text) || 'none'} expected, not ${placeholders(said) || 'none'}`,
        });
      }
    }
    for (const key of own.keys()) if (!reference.has(key)) problems.push({ file, message: `unknown: ${key}` });
  }
  return problems;
}

function sentences(tree: Readonly<Record<string, unknown>>, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] => {
      const here = path ? `${path}.${key}` : key;
      if (typeof value === 'string') return [[here, value]];
      return typeof value === 'object' && value !== null ? [...sentences({ ...value }, here)] : [];
    }),
  );
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join(' ');
