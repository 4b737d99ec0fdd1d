import { z } from 'zod';
import type { Loaded } from './article.js';
import { readYaml } from './read-yaml.js';

const examples = z.array(z.coerce.string().trim().min(1)).default([]);
const titled = z.strictObject({ title: z.string().trim().min(1), examples });
const intentsFile = z.strictObject({
  checks: z.record(z.string(), titled).default({}),
  commands: z.record(z.string(), titled).default({}),
  answers: z.record(z.string(), z.strictObject({ examples })).default({}),
  outside: z.array(z.strictObject({ topic: z.string(), examples })).default([]),
});

/** What customers type for checks and commands, the words that answer an open question, and what we do not answer. */
export type IntentsFile = z.infer<typeof intentsFile>;

export function readIntents(file: string, text: string): Loaded<IntentsFile> {
  return readYaml(file, text, intentsFile);
}
