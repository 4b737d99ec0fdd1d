import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Article, ArticleId, ContentProblem, Loaded } from './article.js';
import { readArticle } from './read-article.js';
import { type IntentsFile, readIntents } from './read-intents.js';
import { readVocabulary, type VocabularyFile } from './read-vocabulary.js';

/** A knowledge base as loaded: everything that could be read, and what could not. */
export interface Knowledge {
  readonly languages: readonly string[];
  /** Articles by id, then by language. */
  readonly articles: ReadonlyMap<ArticleId, ReadonlyMap<string, Article>>;
  readonly intents: ReadonlyMap<string, IntentsFile>;
  readonly vocabulary: ReadonlyMap<string, VocabularyFile>;
  readonly problems: readonly ContentProblem[];
}

/** Topics that no help centre answers, whatever it is about; another knowledge base inherits these alone. */
const GENERAL_TOPICS = new Set(['general-knowledge', 'abuse', 'manipulation', 'gibberish']);

/**
 * Loads `DIR/<lng>/{articles/*.md, intents.yml, vocabulary.yml}`. A broken file is named in `problems`; the others
 * load. Commands and answer words that a knowledge base does not define come from `fallback`, and what a broken file said
 * before it broke from `previous`.
 * @throws when the folder itself cannot be read
 */
export async function loadKnowledge(folder: string, fallback?: Knowledge, previous?: Knowledge): Promise<Knowledge> {
  const problems: ContentProblem[] = [];
  const articles = new Map<ArticleId, Map<string, Article>>();
  const intents = new Map<string, IntentsFile>();
  const vocabulary = new Map<string, VocabularyFile>();
  const entries = await readdir(folder, { withFileTypes: true });
  const languages = entries
    .filter((e) => e.isDirectory() && /^[a-z]{2,3}(-[A-Za-z]+)?$/.test(e.name))
    .map((e) => e.name);
  languages.sort();

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
  for (const language of languages) {
    const languageFolder = join(folder, language);
    for (const file of (await listIfThere(join(languageFolder, 'articles')))
      .filter((name) => name.endsWith('.md'))
      .sort()) {
      const path = join(languageFolder, 'articles', file);
      const text = await textOf(path);
      if (text === undefined) continue;
      const before = previous?.articles.get(basename(file, '.md'))?.get(language);
      keep(readArticle(named(path), language, text), before, (article) => {
        const versions = articles.get(article.id) ?? new Map<string, Article>();
        articles.set(article.id, versions.set(language, article));
      });
    }
    const intentsPath = join(languageFolder, 'intents.yml');
    const inherited = inherit(fallback?.intents.get(language));
    const text = await textOf(intentsPath);
    intents.set(language, inherited);
    if (text !== undefined)
      keep(readIntents(named(intentsPath), text), previous?.intents.get(language), (own) =>
        intents.set(language, complete(own, inherited)),
      );
    const vocabularyPath = join(languageFolder, 'vocabulary.yml');
    const words = await textOf(vocabularyPath);
    if (words !== undefined)
      keep(readVocabulary(named(vocabularyPath), words), previous?.vocabulary.get(language), (own) =>
        vocabulary.set(language, own),
      );
  }
  return { languages, articles, intents, vocabulary, problems };
}

/** The article in a language, or in the first language that has it. */
export function findArticle({ articles, languages }: Knowledge, id: ArticleId, language: string): Article | undefined {
  const versions = articles.get(id);
  const [first] = languages.filter((lng) => versions?.has(lng));
  return versions?.get(language) ?? (first === undefined ? undefined : versions?.get(first));
}

function inherit(from: IntentsFile | undefined): IntentsFile {
  const outside = from?.outside.filter(({ topic }) => GENERAL_TOPICS.has(topic)) ?? [];
  return { checks: {}, commands: from?.commands ?? {}, answers: from?.answers ?? {}, outside };
}

function complete(own: IntentsFile, inherited: IntentsFile): IntentsFile {
  return {
    checks: own.checks,
    commands: { ...inherited.commands, ...own.commands },
    answers: { ...inherited.answers, ...own.answers },
    outside: [...own.outside, ...inherited.outside.filter(({ topic }) => !own.outside.some((o) => o.topic === topic))],
  };
}

async function listIfThere(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
