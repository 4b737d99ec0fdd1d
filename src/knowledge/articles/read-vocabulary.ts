import { z } from 'zod';
import type { Loaded } from './article.js';
import { readYaml } from './read-yaml.js';

const words = z.array(z.coerce.string().trim().min(1)).default([]);
const vocabularyFile = z.strictObject({
  synonyms: z.record(z.string(), words).default({}),
  spelling: z.record(z.string(), z.coerce.string()).default({}),
  products: z.strictObject({ ours: words, others: words }).default({ ours: [], others: [] }),
});

/** Words that mean the same in this trade, spellings of the hurried, names of products. */
export type VocabularyFile = z.infer<typeof vocabularyFile>;

/** Reads a `vocabulary.yml`; what is wrong is told with its line. */
export function readVocabulary(file: string, text: string): Loaded<VocabularyFile> {
  return readYaml(file, text, vocabularyFile);
}
