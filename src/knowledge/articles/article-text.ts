import type { Article } from './article.js';

/** All that an article says, as it is read: Markdown. */
export function articleText({ summary, steps, sections }: Pick<Article, 'summary' | 'steps' | 'sections'>): string {
  const parts = [...steps.flatMap(({ warnings, text }) => [...warnings, text]), ...sections.map(({ body }) => body)];
  return [summary, ...parts].join('\n\n');
}
