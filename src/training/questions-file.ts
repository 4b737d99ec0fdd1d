import { z } from 'zod';
import type { ContentProblem, Loaded } from '../knowledge/articles/article.js';
import { articleId } from '../knowledge/articles/read-article.js';

/** The questions that a team's help centre must go on understanding, below its folder. */
export const QUESTIONS_FILE = 'questions.jsonl';

/** A question and what it must mean. */
export interface Question {
  readonly text: string;
  readonly language: string;
  /** An article's id (in a file also its path), `check:<id>`, a command, or `none`. */
  readonly expect: string;
  /** What would be right as well. */
  readonly also?: readonly string[];
  /** What its author calls questions like it: `symptom`, `other-task`. */
  readonly kind?: string;
}

const FOLDER = /^(?:\.\/)?(?:(?:[a-z]{2,3}(?:-[\w-]+)?\/)?articles\/)?/;
/** An article may be named by its file, too, below the folder of articles or of the help centre. */
const intent = z
  .string()
  .transform((name) => (/\.mdx?$/.test(name) ? articleId(name.replace(FOLDER, '').replace(/x$/, '')) : name));
const questionSchema = z
  .object({
    text: z.string(),
    language: z.string(),
    expect: z.union([intent, z.array(intent).min(1)]),
    also: z.array(intent).optional(),
    kind: z.string().optional(),
    style: z.string().optional(),
  })
  .transform(({ expect, also = [], style, kind = style, ...rest }): Question => {
    const [first = '', ...others] = [expect].flat();
    const more = [...others, ...also];
    return { ...rest, expect: first, ...(more.length > 0 ? { also: more } : {}), ...(kind ? { kind } : {}) };
  });

/** Reads questions, one JSON object a line; each line that is none is named. */
export function readQuestionLines(file: string, jsonl: string): Loaded<readonly Question[]> {
  const problems: ContentProblem[] = [];
  const value = jsonl
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const read = questionSchema.safeParse(parse(line));
      if (read.success) return [read.data];
      problems.push({ file, line: i + 1, message: '{"text", "language", "expect"} expected, one JSON object a line' });
      return [];
    });
  return problems.length > 0 ? { kind: 'broken', problems } : { kind: 'loaded', value };
}

/**
 * Puts questions into the file: one a line, sorted by language and text, so that two people who add some seldom touch the same line.
 * The same question in the same language is there once, with what it was last expected to mean; fields of others stay.
 */
export function withQuestions(
  jsonl: string,
  added: readonly (Question & { readonly author: string; readonly date: string })[],
): string {
  const lines = new Map<string, string>();
  for (const line of jsonl.split(/\r?\n/).filter((each) => each.trim() !== '')) lines.set(keyOf(parse(line)), line);
  for (const question of added) lines.set(keyOf(question), JSON.stringify(question));
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.map(([, line]) => `${line}\n`).join('');
}

/** The same for every spelling in capitals: a question is asked once. */
function keyOf(line: unknown): string {
  const read = z.looseObject({ text: z.string(), language: z.string() }).safeParse(line);
  return read.success ? `${read.data.language} ${read.data.text.trim().toLowerCase()}` : JSON.stringify(line);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
