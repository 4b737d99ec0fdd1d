import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OperatorError } from '../bot/operator-error.js';
import { loadKnowledge } from '../knowledge/articles/load-knowledge.js';
import { firstFiles } from './first-files.js';
import { isLanguageName } from './is-language-name.js';
import { print } from './print.js';

/** How many questions the tests of a new help centre begin with. */
const QUESTIONS = 5;

/**
 * `passerelle new DIR`: writes what a help centre of a team's own starts from; beside articles that are there already (after an
 * import), the rest. A file that is there stays as it is.
 */
export async function newHelpCentre(folder: string, languages: readonly string[]): Promise<void> {
  for (const language of languages)
    if (!isLanguageName(language))
      throw new OperatorError(`"${language}" is no language. Write its code: fr, en, de, es, pt-BR.`);
  const isThere = existsSync(folder) && (await readdir(folder)).length > 0;
  const knowledge = isThere ? await loadKnowledge(folder) : undefined;
  const found = [...(knowledge?.articles.values() ?? [])].flatMap((versions) => [...versions.values()]);
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of await firstFiles(languages, found.slice(0, QUESTIONS))) {
    const place = join(folder, path);
    if (existsSync(place)) {
      kept.push(path);
      continue;
    }
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text);
    written.push(path);
  }
  for (const path of written) print(`  new   ${join(folder, path)}\n`);
  for (const path of kept) print(`  kept  ${join(folder, path)}\n`);
  print(`Next: passerelle dev ${folder}\n`);
}
