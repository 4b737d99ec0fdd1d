import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Article, ArticleId, ContentProblem, Loaded } from './article.js';
import { extendIntents, type Intents, NO_INTENTS } from './extend-intents.js';
import { extendVocabulary } from './extend-vocabulary.js';
import { articleId, readArticle } from './read-article.js';
import { LANGUAGE, readDeployment } from './read-deployment.js';
import { type IntentsFile, readIntents } from './read-intents.js';
import { readVocabulary, type VocabularyFile } from './read-vocabulary.js';

/** A knowledge base as loaded: everything that could be read, and what could not. */
export interface Knowledge {
  readonly languages: readonly string[];
  /** The set of checks that the deployment has, by its name; without one there is no account to look at. */
  readonly checks: string | undefined;
  /** Articles by id, then by language. */
  readonly articles: ReadonlyMap<ArticleId, ReadonlyMap<string, Article>>;
  readonly intents: ReadonlyMap<string, Intents>;
  readonly vocabulary: ReadonlyMap<string, VocabularyFile>;
  readonly problems: readonly ContentProblem[];
  /** Fields of front matter that nothing reads, with the number of files that have them. */
  readonly unread: ReadonlyMap<string, number>;
}

/**
 * Loads `DIR/deployment.yml` and `DIR/<lng>/{articles/**.md, intents.yml, vocabulary.yml}` upon the product's own commands, answer words and everyday
 * words. A broken file is named in `problems`; the others load, and what it said before it broke comes from `previous`.
 * @param product `locales/`, loaded the same way; nothing is understood without it but what the folder says
 * @throws when the folder itself cannot be read
 */
export async function loadKnowledge(folder: string, product?: Knowledge, previous?: Knowledge): Promise<Knowledge> {
  const problems: ContentProblem[] = [];
  const articles = new Map<ArticleId, Map<string, Article>>();
  const unread = new Map<string, number>();
  const intents = new Map<string, Intents>();
  // Jargon travels: words of languages that the folder does not speak are known, too.
  const vocabulary = new Map<string, VocabularyFile>(product?.vocabulary);
  const entries = await readdir(folder, { withFileTypes: true });
  const languages = entries.filter((e) => e.isDirectory() && LANGUAGE.test(e.name)).map((e) => e.name);

  const named = (path: string) => relative(process.cwd(), path);
  const keep = <T>(loaded: Loaded<T>, before: T | undefined, store: (value: T) => void) => {
    if (loaded.kind === 'broken') problems.push(...loaded.problems);
    const value = loaded.kind === 'broken' ? before : loaded.value;
    if (value !== undefined) store(value);
  };
  /** Nothing when the file is not there, which is no fault, or cannot be read, which is one. */
  const textOf = (path: string) =>
    readFile(path, 'utf8').catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT')
        problems.push({ file: named(path), message: `the file cannot be read (${codeOf(error)})` });
      return undefined;
    });
  const deploymentPath = join(folder, 'deployment.yml');
  const aboutIt = await textOf(deploymentPath);
  let checks: string | undefined;
  if (aboutIt !== undefined)
    keep(
      readDeployment(named(deploymentPath), aboutIt),
      previous && { checks: previous.checks, languages: [...previous.languages] },
      (own) => {
        checks = own.checks;
        languages.push(...own.languages.filter((language) => !languages.includes(language)));
      },
    );
  languages.sort();
  for (const language of languages) {
    const languageFolder = join(folder, language);
    for (const file of (await listIfThere(join(languageFolder, 'articles')))
      .filter((name) => name.endsWith('.md'))
      .sort()) {
      const path = join(languageFolder, 'articles', file);
      const text = await textOf(path);
      if (text === undefined) continue;
      const before = previous?.articles.get(articleId(file))?.get(language);
      keep(
        readArticle(named(path), language, text, file),
        before && { article: before, unread: [], problems: [] },
        (read) => {
          problems.push(...read.problems);
          for (const name of read.unread) unread.set(name, (unread.get(name) ?? 0) + 1);
          const { id } = read.article;
          const versions = articles.get(id) ?? new Map<string, Article>();
          if (versions.has(language))
            problems.push({ file: named(path), message: `another file has the same id, "${id}": rename one of them` });
          else articles.set(id, versions.set(language, read.article));
        },
      );
    }
    const intentsPath = join(languageFolder, 'intents.yml');
    const asProduct = { ...(product?.intents.get(language) ?? NO_INTENTS), checks: {} };
    intents.set(language, asProduct);
    const text = await textOf(intentsPath);
    const extend = (own: IntentsFile) => {
      const { intents: all, untitled } = extendIntents(asProduct, own);
      for (const id of untitled)
        problems.push({ file: named(intentsPath), message: `commands.${id}: a title is missing` });
      if (checks !== undefined || Object.keys(all.checks).length === 0) return all;
      problems.push({ file: named(intentsPath), message: 'checks: there are none unless deployment.yml names them' });
      return { ...all, checks: {} };
    };
    if (text !== undefined)
      keep(after(readIntents(named(intentsPath), text), extend), previous?.intents.get(language), (all) =>
        intents.set(language, all),
      );
    const vocabularyPath = join(languageFolder, 'vocabulary.yml');
    const words = await textOf(vocabularyPath);
    const extendWords = (own: VocabularyFile) => extendVocabulary(product?.vocabulary.get(language), own);
    if (words !== undefined)
      keep(
        after(readVocabulary(named(vocabularyPath), words), extendWords),
        previous?.vocabulary.get(language),
        (all) => vocabulary.set(language, all),
      );
  }
  return { languages, checks, articles, intents, vocabulary, problems, unread };
}

function after<Read, Made>(loaded: Loaded<Read>, make: (value: Read) => Made): Loaded<Made> {
  return loaded.kind === 'broken' ? loaded : { kind: 'loaded', value: make(loaded.value) };
}

/** The article in a language, or in the first language that has it. */
export function findArticle({ articles, languages }: Knowledge, id: ArticleId, language: string): Article | undefined {
  const versions = articles.get(id);
  const [first] = languages.filter((lng) => versions?.has(lng));
  return versions?.get(language) ?? (first === undefined ? undefined : versions?.get(first));
}

/** The languages that are spoken, and that no article is in. */
export function foreignLanguages({ articles, languages }: Knowledge): readonly string[] {
  const written = new Set([...articles.values()].flatMap((versions) => [...versions.keys()]));
  return languages.filter((language) => !written.has(language));
}

async function listIfThere(folder: string): Promise<readonly string[]> {
  return readdir(folder, { recursive: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
