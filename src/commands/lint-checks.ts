import { join, relative } from 'node:path';
import { CHECK_SETS } from '../bot/check-sets.js';
import { PRODUCT_FOLDER } from '../bot/config.js';
import { findChecks } from '../bot/find-checks.js';
import { readCheckFile } from '../bot/open-described-checks.js';
import { openLocales } from '../dialogs/phrases/words.js';
import type { ContentProblem } from '../knowledge/articles/article.js';
import type { Knowledge } from '../knowledge/articles/load-knowledge.js';

/**
 * Finds the checks that a deployment names, and reads those that a file of it describes, as the server would, its settings
 * included; nothing is wrong where it names none.
 */
export async function lintChecks(folder: string, knowledge: Knowledge): Promise<readonly ContentProblem[]> {
  const { checks, languages, articles, intents } = knowledge;
  if (checks === undefined) return [];
  const found = findChecks(checks, folder, Object.keys(CHECK_SETS));
  if (found.kind === 'none')
    return [{ file: relative(process.cwd(), join(folder, 'deployment.yml')), message: found.why }];
  if (found.kind !== 'described') return [];
  const locales = await openLocales({ product: PRODUCT_FOLDER, deployment: folder }, languages);
  const world = { variables: process.env, articles: new Set(articles.keys()), sentence: locales.sentence };
  const read = await readCheckFile(found.path, world);
  if (read.kind === 'broken') return read.problems;
  const known = new Set([...read.value.checks.map(({ id }) => id), 'all']);
  return [...intents].flatMap(([language, { checks: asked }]) =>
    [
      ...Object.keys(asked)
        .filter((id) => !known.has(id))
        .map((id) => `checks.${id}: ${checks} has no check of this name`),
      ...read.value.checks
        .filter(({ id }) => asked[id] === undefined)
        .map(({ id }) => `checks.${id}: missing: how customers ask for it`),
    ].map((message) => ({ file: join(language, 'intents.yml'), message })),
  );
}
