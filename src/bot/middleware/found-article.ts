import type { FoundArticle } from '../../channels/teams/search-articles.js';
import { summary } from '../../dialogs/phrases/article.js';
import type { Locales } from '../../dialogs/phrases/words.js';
import type { Article } from '../../knowledge/articles/article.js';
import { articleAddress } from '../../knowledge/articles/article-address.js';
import { plainMarkdown } from '../../knowledge/articles/plain-markdown.js';

/** A guide as Teams shows it outside a conversation: in the list of its search box, below a link. */
export function foundArticle(article: Article, language: string, locales: Locales, publicUrl: string): FoundArticle {
  const t = locales.words(language);
  const first = article.summary.split('\n\n')[0] ?? '';
  const { length } = article.steps;
  return {
    title: article.title,
    text: first,
    // Where marks stood are spaces: not beside brackets and stops.
    preview: plainMarkdown(first).replace(/ (?=[),.])|(?<=\() /g, ''),
    steps: length > 0 ? t('search.steps', { count: length }) : undefined,
    line: summary(article, t, language).provenance.line,
    link: { label: t('search.open'), url: `${publicUrl}${articleAddress(language, article.id)}` },
  };
}
