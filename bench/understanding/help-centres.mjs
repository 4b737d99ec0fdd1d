// Somebody else's help centre on its first day, for the scripts of this folder: the pages of `../shared/help-centres/NAME/<lng>`
// as a folder of ours, with nothing lost and nothing added: no examples, no words of its trade.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { library, readQuestions, root, shared } from './knowledge-base.mjs';

const LANGUAGE = /^[a-z]{2}$/;
const ours = `${root}bench/understanding/first-day/`;
const folderOf = (name) => join(shared, 'help-centres', name);

/** The help centres that are there, by name. */
export function helpCentres() {
  const all = join(shared, 'help-centres');
  return existsSync(all)
    ? readdirSync(all, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [];
}

/** `domains/buy-a-domain/index` → `domains-buy-a-domain`, as the loader does. */
export const pageId = (path) => library('articles/read-article').articleId(path);

/** Its questions: those that lie beside it, and ours (bench/understanding/first-day/README.md). */
function questionFiles(name) {
  const file = `${ours}${name}.jsonl`;
  return [
    ...readdirSync(folderOf(name)).filter((each) => each.endsWith('.jsonl')),
    ...(existsSync(file) ? [file] : []),
  ];
}

/** The questions of a help centre, with the ids of pages in place of their paths. */
export function questionsOf(name, files = questionFiles(name)) {
  const idOf = (expect) => (expect === 'none' ? 'none' : pageId(expect));
  return files.flatMap((file) =>
    readQuestions(file.startsWith('/') ? file : join(folderOf(name), file)).map((question) => ({
      ...question,
      expect: idOf(question.expect),
      also: (question.also ?? []).map(idOf),
    })),
  );
}

/** Whether a page is one that a question is answered by. */
export const isRight = ({ expect, also }, id) => id === expect || also.includes(id);

/** Three examples of some of its pages, by id and language, as its team would write them; empty where we have none. */
export function examplesOf(name) {
  const file = `${ours}${name}-examples.json`;
  if (!existsSync(file)) return new Map();
  const { language, examples } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(examples).map(([path, lines]) => [pageId(path), { language, lines }]));
}

/** An intent with its examples beside those that it has. */
export function withExamples(intent, examples) {
  const { language, lines } = examples.get(intent.id) ?? {};
  const text = intent.texts[language];
  if (text === undefined) return intent;
  return { ...intent, texts: { ...intent.texts, [language]: { ...text, examples: [...text.examples, ...lines] } } };
}

/**
 * Loads a help centre upon the product: what `KNOWLEDGE_DIR` would be on its first day. Links between its pages lead to
 * articles, and the names of its navigation are labels of their pages.
 */
export async function loadHelpCentre(name) {
  const folder = mkdtempSync(join(tmpdir(), 'help-centre-'));
  try {
    for (const { name: language } of readdirSync(folderOf(name), { withFileTypes: true }).filter((entry) =>
      LANGUAGE.test(entry.name),
    ))
      convert(join(folderOf(name), language), join(folder, language, 'articles'));
    const { loadKnowledge } = library('articles/load-knowledge');
    const knowledge = await loadKnowledge(folder, await loadKnowledge(`${root}locales`));
    return {
      knowledge,
      intents: library('articles/intents-of').intentsOf(knowledge),
      vocabulary: Object.fromEntries(knowledge.vocabulary),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function convert(from, to) {
  const pages = readdirSync(from, { recursive: true })
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: readFileSync(join(from, path), 'utf8') }));
  const addresses = new Map(
    pages.flatMap(({ path, text }) => {
      const address = /^permalink:\s*"?([^"\n]+?)"?\s*$/m.exec(text)?.[1];
      return address === undefined ? [] : [[address.replace(/\/$/, ''), pageId(path)]];
    }),
  );
  for (const { path, text } of pages) {
    const label = /^ {2}key:\s*"?([^\n]+?)"?\s*$/m.exec(text)?.[1];
    const linked = text.replace(/\]\((\/[^)#\s]+?)\/?(?:#[^)\s]*)?\)/g, (link, address) =>
      addresses.has(address) ? `](article:${addresses.get(address)})` : link,
    );
    const labelled =
      label === undefined ? linked : linked.replace('---\n', `---\nlabels: [${JSON.stringify(label)}]\n`);
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), labelled);
  }
}
