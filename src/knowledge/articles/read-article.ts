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
/** Other programs have fields of these names, too, in forms of their own: a page is worth more than one of them. */
const dispensable = frontMatter.pick({
  categories: true,
  check: true,
  featured: true,
  labels: true,
  related: true,
  source: true,
  translations: true,
  updated: true,
  video: true,
}).shape;
const withoutWrongFields = z.preprocess((fields) => {
  if (typeof fields !== 'object' || fields === null) return fields;
  const wrong = Object.entries(dispensable).flatMap(([name, field]) =>
    name in fields && !field.safeParse(Reflect.get(fields, name)).success ? [name] : [],
  );
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !wrong.includes(name)));
}, frontMatter.loose());

/**
 * An article, the fields of its front matter that nothing reads: those of the program that it was written for; and what is wrong
 * with fields that it can do without.
 */
export type ReadArticle = Loaded<{
  readonly article: Article;
  readonly unread: readonly string[];
  readonly problems: readonly ContentProblem[];
}>;

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
  const parts = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text.replace(/^\uFEFF/, ''));
  const [, yaml, body] = parts ?? [];
  if (yaml === undefined || body === undefined) {
    return broken({
      line: 1,
      message: 'front matter expected: start the file with "---", its fields, and "---" again',
    });
  }
  const source = withIndentedQuotes(yaml);
  const whole = readYaml(file, source, frontMatter.loose(), 2);
  const fields = whole.kind === 'loaded' ? whole : readYaml(file, source, withoutWrongFields, 2);
  if (fields.kind === 'broken') return whole.kind === 'broken' ? whole : fields;
  const problems = whole.kind === 'broken' ? whole.problems : [];

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
  // Steps before any heading wait until they are asked for: of a page that has nothing else the title says what they do.
  const isStepsAlone = read.steps.length > 0 && read.stepsIn.length === 0;
  const summary = read.summary || (isStepsAlone ? fields.value.title : listOf(read.sections));
  if (!summary) {
    return broken({ line: firstBodyLine, message: 'the answer in short is missing: begin the body with a paragraph' });
  }
  return {
    kind: 'loaded',
    value: { article: { id, language, ...frontMatter.parse(fields.value), ...read, summary }, unread, problems },
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
