import { basename } from 'node:path';
import { z } from 'zod';
import { editsBetween } from '../understanding/text/speller.js';
import type { Article, ArticleSection, ContentProblem, Loaded } from './article.js';
import { readBody } from './read-body.js';
import { LANGUAGE } from './read-deployment.js';
import { readYaml } from './read-yaml.js';
import { withIndentedQuotes } from './with-indented-quotes.js';

const line = z.string().trim().min(1);
const frontMatter = z.object({
  title: line,
  questions: z.array(line).default([]),
  not: z.array(line).default([]),
  labels: z.array(line).default([]),
  check: line.optional(),
  video: z.strictObject({ title: line, url: z.url({ protocol: /^https$/ }) }).optional(),
  source: z.url({ protocol: /^https?$/ }).optional(),
  translations: z
    .record(z.string().regex(LANGUAGE, 'a language tag expected, like fr'), z.url({ protocol: /^https?$/ }))
    .optional(),
  related: z.array(line).default([]),
  categories: z.array(line).optional(),
  // Other programs have fields of this name, too: what is no number is theirs.
  order: z.number().optional().catch(undefined),
  updated: z.iso.date().optional(),
  featured: z.strictObject({ order: z.number().int().positive(), question: line }).optional(),
});
const KNOWN = Object.keys(frontMatter.shape);

/** An article, and the fields of its front matter that nothing reads: those of the program that it was written for. */
export type ReadArticle = Loaded<{ readonly article: Article; readonly unread: readonly string[] }>;

/**
 * Reads one article from its file's text.
 * @param file path as the author knows it
 * @param path below the folder of articles: `<folder>/mail/filters.md` has the id `mail-filters`, `<folder>/mail/index.md` the id `mail`
 */
export function readArticle(file: string, language: string, text: string, path = basename(file)): ReadArticle {
  const broken = (problem: Omit<ContentProblem, 'file'>): ReadArticle => ({
    kind: 'broken',
    problems: [{ file, ...problem }],
  });
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text.replace(/^\uFEFF/, ''));
  const [, yaml, body] = parts ?? [];
  if (yaml === undefined || body === undefined) {
    return broken({
      line: 1,
      message: 'front matter expected: start the file with "---", its fields, and "---" again',
    });
  }
  const fields = readYaml(file, withIndentedQuotes(yaml), frontMatter.loose(), 2);
  if (fields.kind === 'broken') return fields;

  const firstBodyLine = yaml.split('\n').length + 3;
  const wrong = namesIn(path).find((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
  if (wrong !== undefined) {
    return broken({
      message: `the file name is the article's id: use lower-case letters, digits and hyphens, not "${wrong}"`,
    });
  }
  const id = articleId(path);
  const unread = Object.keys(fields.value).filter((name) => !KNOWN.includes(name));
  const misspelt = unread.find((name) => KNOWN.some((known) => editsBetween(name, known, 1) === 1));
  if (misspelt !== undefined) {
    const line = 2 + yaml.split('\n').findIndex((each) => each.startsWith(misspelt));
    return broken({ line, message: `an unknown field that is nearly a known one: "${misspelt}"` });
  }
  const read = readBody(body.replace(/\r\n/g, '\n'));
  // Steps before any heading answer nothing until they are asked for; those of a section stand in its text.
  const isStepsAlone = read.steps.length > 0 && read.stepsIn.length === 0;
  const summary = read.summary || (isStepsAlone ? '' : listOf(read.sections));
  if (!summary) {
    return broken({ line: firstBodyLine, message: 'the answer in short is missing: begin the body with a paragraph' });
  }
  return {
    kind: 'loaded',
    value: { article: { id, language, ...frontMatter.parse(fields.value), ...read, summary }, unread },
  };
}

/** @param path below the folder of articles */
export function articleId(path: string): string {
  const names = namesIn(path);
  return (names.length > 1 && names.at(-1) === 'index' ? names.slice(0, -1) : names).join('-');
}

const namesIn = (path: string) => path.replace(/\.md$/, '').split(/[/\\]/);

/** What a page answers that has no introduction: questions and answers, one under each heading. */
const listOf = (sections: readonly ArticleSection[]) => sections.map(({ title }) => `- ${title}`).join('\n');
