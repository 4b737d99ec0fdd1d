import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PRODUCT_FOLDER } from '../bot/config.js';
import { OperatorError } from '../bot/operator-error.js';
import { readSentences } from '../dialogs/phrases/read-sentences.js';
import { sentencesOf, treeOf } from '../dialogs/phrases/sentence-tree.js';
import { translationStart } from '../dialogs/phrases/translation-start.js';
import { isLanguageName } from './is-language-name.js';
import { print } from './print.js';

/** The language that a translation begins from. */
const FROM = 'en';

/**
 * `passerelle new-language it`: writes what a help centre needs to speak a language that the product does not: every sentence,
 * every way of asking and the words of Teams, in English to be translated where they stand. What is there already stays; sentences
 * that are missing in it are added.
 */
export async function newLanguage(folder: string, language: string): Promise<void> {
  if (!isLanguageName(language) || Intl.DisplayNames.supportedLocalesOf([language]).length === 0)
    throw new OperatorError(`"${language}" is no language. Write its code: it, pt-BR.`);
  if (existsSync(join(PRODUCT_FOLDER, language)))
    throw new OperatorError(`The product speaks "${language}" already: articles in ${language}/articles are enough.`);
  if (!existsSync(folder))
    throw new OperatorError(`There is no folder ${folder}. passerelle new ${folder} writes one.`);
  const own = await read(folder, language);
  const first = await firstSaid(folder, language);
  const start = translationStart(new Map([...(await read(PRODUCT_FOLDER, FROM, 'bot.json')), ...first]), language, own);
  const added = [...start.keys()].filter((key) => !own.has(key)).length;
  if (added > 0) await write(join(folder, language, 'deployment.json'), `${JSON.stringify(treeOf(start), null, 2)}\n`);
  print(
    `  ${added > 0 ? `${added} sentences to translate` : 'no sentence is missing'}: ${join(folder, language, 'deployment.json')}\n`,
  );
  for (const file of ['intents.yml', 'teams.json']) {
    const place = join(folder, language, file);
    if (existsSync(place)) {
      print(`  kept: ${place}\n`);
      continue;
    }
    await write(place, await readFile(join(PRODUCT_FOLDER, FROM, file), 'utf8'));
    print(`  to translate: ${place}\n`);
  }
  print(
    `Articles go into ${join(folder, language, 'articles')}. passerelle lint names what is missing and what is still in English.\n`,
  );
}

/** What the deployment says of its own, in English or else in its first language. */
async function firstSaid(folder: string, language: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const others = entries.filter(
    (entry) => entry.isDirectory() && isLanguageName(entry.name) && entry.name !== language,
  );
  const names = others
    .map(({ name }) => name)
    .sort((a, b) => Number(b === FROM) - Number(a === FROM) || a.localeCompare(b));
  for (const name of names) {
    const said = await read(folder, name);
    if (said.size > 0) return said;
  }
  return new Map();
}

async function read(folder: string, language: string, name = 'deployment.json'): Promise<ReadonlyMap<string, string>> {
  const loaded = await readSentences(folder, language, name, false);
  if (loaded.kind === 'loaded') return loaded.value ? sentencesOf(loaded.value) : new Map();
  throw new OperatorError(
    loaded.problems.map(({ file, line, message }) => `${file}:${line ?? 1}: ${message}`).join('\n'),
  );
}

async function write(place: string, text: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, text);
}
