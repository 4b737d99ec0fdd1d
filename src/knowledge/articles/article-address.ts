import type { ArticleId } from './article.js';

/** Where the page of an article is, below the address of the help centre. */
export const articleAddress = (language: string, article: ArticleId): string =>
  `/articles/${language}/${encodeURIComponent(article)}`;

/** The article and the language that a path below the address of the help centre means; nothing when it is another page's. */
export function readArticleAddress(
  path: string,
): { readonly language: string; readonly article: ArticleId } | undefined {
  const [, language, article] = /^\/articles\/([\w-]{1,20})\/([\w-]{1,100})$/.exec(path) ?? [];
  return language === undefined || article === undefined ? undefined : { language, article };
}
