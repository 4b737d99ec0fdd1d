import { basename } from 'node:path';
import { z } from 'zod';
import type { Article, ContentProblem, Loaded } from './article.js';
import { readBody } from './read-body.js';
import { readYaml } from './read-yaml.js';

const line = z.string().trim().min(1);
const frontMatter = z.strictObject({
  title: line,
  questions: z.array(line).default([]),
  not: z.array(line).default([]),
  check: line.optional(),
  video: z.strictObject({ title: line, url: z.url({ protocol: /^https$/ }) }).optional(),
  source: z.url({ protocol: /^https?$/ }).optional(),
  related: z.array(line).default([]),
  updated: z.iso.date(),
  featured: z.strictObject({ order: z.number().int().positive(), question: line }).optional(),
});

/**
 * Reads one article from its file's text.
 * @param file path as the author knows it; its base name is the id
 */
export function readArticle(file: string, language: string, text: string): Loaded<Article> {
  const broken = (problem: Omit<ContentProblem, 'file'>): Loaded<Article> => ({
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
  const fields = readYaml(file, yaml, frontMatter, 2);
  if (fields.kind === 'broken') return fields;

  const firstBodyLine = yaml.split('\n').length + 3;
  const id = basename(file, '.md');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    return broken({
      message: `the file name is the article's id: use lower-case letters, digits and hyphens, not "${id}"`,
    });
  }
  const read = readBody(body.replace(/\r\n/g, '\n'));
  if (!read.summary) {
    return broken({ line: firstBodyLine, message: 'the answer in short is missing: begin the body with a paragraph' });
  }
  return { kind: 'loaded', value: { id, language, ...fields.value, ...read } };
}
