import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Teams shows a handful; the others are a question away. */
const MOST_QUESTIONS = 3;

/**
 * What the package says, for each language of the deployment: the product's sentences (`locales/<lng>/teams.json`), what the
 * deployment says in their place or of its own (its `<lng>/teams.json`), and the example questions in the order in which the
 * welcome shows them. A translation finds its place in the manifest by number, so every language has as many questions as the
 * one with the fewest.
 */
export async function readTexts(product, deployment) {
  const folders = await readdir(deployment, { withFileTypes: true }).catch(() => []);
  const languages = folders.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const read = await Promise.all(
    languages.map(async (language) => {
      const [common, special] = await Promise.all([product, deployment].map((folder) => readOwn(folder, language)));
      const questions = await readQuestions(join(deployment, language, 'articles'));
      return { language, own: { ...common, ...special }, questions };
    }),
  );
  // A language that nobody has written these sentences in is left out: the package would be half empty.
  const known = read.filter(({ own, questions }) => questions !== undefined && own.name !== undefined);
  const count = Math.min(MOST_QUESTIONS, ...known.map(({ questions }) => questions.length));
  return Object.fromEntries(
    known.map(({ language, own, questions }) => [language, { ...own, questions: questions.slice(0, count) }]),
  );
}

async function readOwn(folder, language) {
  const text = await readFile(join(folder, language, 'teams.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text);
}

/** The questions that the articles of a folder put forward; nothing when there is no such folder. */
async function readQuestions(folder) {
  const all = await readdir(folder).catch(() => undefined);
  if (!all) return undefined;
  const files = all.filter((file) => file.endsWith('.md'));
  const fronts = await Promise.all(files.map(async (file) => frontMatter(await readFile(join(folder, file), 'utf8'))));
  return fronts
    .flatMap(({ title, featured }) => (featured ? [{ ...featured, title }] : []))
    .sort((a, b) => a.order - b.order)
    .map(({ question, title }) => ({ title: question, description: title }));
}

function frontMatter(markdown) {
  const [, front = ''] = markdown.match(/^---\r?\n([\s\S]*?)\r?\n---/) ?? [];
  return parse(front) ?? {};
}
