import { z } from 'zod';
import type { Loaded } from './article.js';
import { readYaml } from './read-yaml.js';

const lines = z.array(z.coerce.string().trim().min(1));
const examples = lines.default([]);
/** `examples` stand for the product's of that name; `more` come beside whichever count. */
const extended = { examples: lines.optional(), more: lines.optional() };
const title = z.string().trim().min(1);
const intentsFile = z.strictObject({
  checks: z.record(z.string(), z.strictObject({ title, examples })).default({}),
  // A command that the product knows keeps its title, unless it is given another.
  commands: z
    .record(z.string(), z.strictObject({ title: title.optional(), whole: z.boolean().optional(), ...extended }))
    .default({}),
  answers: z.record(z.string(), z.strictObject({ examples })).default({}),
  outside: z.array(z.strictObject({ topic: z.string(), ...extended })).default([]),
});

/** What customers type for checks and commands, the words that answer an open question, and what we do not answer. */
export type IntentsFile = z.infer<typeof intentsFile>;

/** Reads an `intents.yml`; what is wrong is told with its line. */
export function readIntents(file: string, text: string): Loaded<IntentsFile> {
  return readYaml(file, text, intentsFile);
}
