import { type Html, html } from '../../http/html.js';
import type { Article } from '../../knowledge/articles/article.js';
import { articleAddress } from '../../knowledge/articles/article-address.js';
import { findPassage } from './find-passage.js';
import { type PagePlace, pageMarkdown } from './page-markdown.js';

/** More are listed by their titles alone, folded by category: a page of a thousand answers would be read by nobody. */
const MOST_WITH_ANSWERS = 30;

/** What a search found: each with the place that it was found in. */
export function foundGuides(articles: readonly Article[], query: string, place: PagePlace): Html {
  return html`<ul class="guides">${articles.map((article) => {
    const { heading, parts } = findPassage(article, query);
    const words = parts.map(({ text, isFound }) => (isFound ? html`<mark>${text}</mark>` : html`${text}`));
    const where = heading ? html`<strong>${heading}</strong> – ` : html``;
    return html`<li>${link(article, place)}<p${spoken(article, place)}>${where}${joined(words)}</p></li>`;
  })}</ul>`;
}

/** All guides, under the categories that they have; where there are none, in one list. */
export function allGuides(articles: readonly Article[], place: PagePlace): Html {
  const isShort = articles.length <= MOST_WITH_ANSWERS;
  const groups = byCategory(articles);
  const list = isShort ? withAnswers : withTitles;
  if (groups.size < 2) return list(articles, place);
  return html`${[...groups].map(([category, inIt]) =>
    category === ''
      ? list(inIt, place)
      : isShort
        ? html`<section><h3>${category}</h3>${list(inIt, place)}</section>`
        : html`<details class="category"><summary><h3>${category}</h3> (${inIt.length})</summary>${list(inIt, place)}</details>`,
  )}`;
}

/** In the order of the first guide of each; what has no category comes first, without a name. */
function byCategory(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const groups = new Map<string, Article[]>([['', []]]);
  for (const article of articles) {
    const [category = ''] = article.categories ?? [];
    groups.set(category, [...(groups.get(category) ?? []), article]);
  }
  if (groups.get('')?.length === 0) groups.delete('');
  return groups;
}

const withAnswers = (articles: readonly Article[], place: PagePlace): Html =>
  html`<ul class="guides">${articles.map(
    (article) => html`<li>${link(article, place)}${pageMarkdown(article.summary.split('\n\n')[0] ?? '', place)}</li>`,
  )}</ul>`;

const withTitles = (articles: readonly Article[], place: PagePlace): Html =>
  html`<ul class="titles">${articles.map((article) => html`<li>${link(article, place)}</li>`)}</ul>`;

const link = (article: Article, place: PagePlace) =>
  html`<a href="${place.folder}${articleAddress(place.language, article.id)}"${spoken(article, place)}>${article.title}</a>`;

/** Whoever reads aloud is told when a guide is in another language. */
const spoken = ({ language }: Article, place: PagePlace) =>
  language === place.language ? html`` : html` lang="${language}"`;

const joined = (words: readonly Html[]): Html => ({ markup: words.map(({ markup }) => markup).join('') });
