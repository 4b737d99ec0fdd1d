import { mainContent } from '../import/html/main-content.js';

/** The words of a page's own text: what changes with each call (menus, dates, codes) counts for nothing. Nothing where no text is found. */
export function pageWords(html: string): string | undefined {
  const content = mainContent(html);
  if (!content) return undefined;
  return `${content.title ?? ''} ${content.html}`
    .replace(/<(script|style|noscript|template)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&\w+;/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
