import { join } from 'node:path';
import { PRODUCT_FOLDER } from '../bot/config.js';
import { readCheckFile } from '../bot/open-described-checks.js';
import { openLocales } from '../dialogs/phrases/words.js';
import type { ContentProblem } from '../knowledge/articles/article.js';
import type { Knowledge } from '../knowledge/articles/load-knowledge.js';

/** Reads the checks that a deployment describes as the server would, its settings included; nothing where it describes none. */
export async function lintChecks(folder: string, knowledge: Knowledge): Promise<readonly ContentProblem[]> {
  const { checks, languages, articles, intents } = knowledge;
  if (checks === undefined || !/\.ya?ml$/.test(checks)) return [];
  const locales = await openLocales({ product: PRODUCT_FOLDER, deployment: folder }, languages);
  const world = { variables: process.env, articles: new Set(articles.keys()), sentence: locales.sentence };
  const read = await readCheckFile(join(folder, checks), world);
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
