import MarkdownIt from 'markdown-it';
import type { Article } from '../knowledge/articles/article.js';
import { articleText } from '../knowledge/articles/article-text.js';

/** Somewhere that an article leads to. */
export interface ArticleLink {
  readonly kind: 'link' | 'picture' | 'video' | 'source';
  /** As its author wrote it. */
  readonly url: string;
  readonly article: string;
  readonly language: string;
}

const markdown = new MarkdownIt();
// All of them are wanted, as they stand there: also those that are not drawn as links.
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;

/** Everything that an article leads to, in the order in which it stands there. */
export function linksOf(article: Article): readonly ArticleLink[] {
  const { id, language, video, source } = article;
  const found: Pick<ArticleLink, 'kind' | 'url'>[] = [];
  for (const token of markdown.parse(articleText(article), {}).flatMap(({ children }) => children ?? [])) {
    const url =
      token.type === 'link_open' ? token.attrGet('href') : token.type === 'image' ? token.attrGet('src') : null;
    if (url !== null) found.push({ kind: token.type === 'image' ? 'picture' : 'link', url });
  }
  if (video) found.push({ kind: 'video', url: video.url });
  if (source !== undefined) found.push({ kind: 'source', url: source });
  return found.map((each) => ({ ...each, article: id, language }));
}
