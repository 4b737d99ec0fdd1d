import { stringify } from 'yaml';
import type { Draft } from './draft.js';

/** An article as its file has it. */
export function articleFile({ title, questions, categories, order, video, source, updated, body }: Draft): string {
  const fields = {
    title,
    ...(questions.length > 0 ? { questions } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    ...(order !== undefined ? { order } : {}),
    ...(video ? { video } : {}),
    ...(source ? { source } : {}),
    ...(updated ? { updated } : {}),
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n${body}`;
}
