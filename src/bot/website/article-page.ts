import { longDate } from '../../dialogs/phrases/long-date.js';
import { type Html, html } from '../../http/html.js';
import type { Article, ArticleStep } from '../../knowledge/articles/article.js';
import { articleAddress } from '../../knowledge/articles/article-address.js';
import { articleText } from '../../knowledge/articles/article-text.js';
import type { PageDeps } from './page-deps.js';
import { type Page, pageFrame } from './page-frame.js';
import { firstPicture, type PagePlace, pageMarkdown } from './page-markdown.js';
import { descriptionOf, structuredData } from './structured-data.js';

/** `/articles/<lng>/<id>`: the whole article, to read, print and link to; nothing in it needs a script. */
export function articlePage(deps: PageDeps, language: string, id: string): Page {
  const words = deps.words(language);
  const { folder, languages, pictures } = deps;
  const place = { folder, language, pictures };
  const path = (lng: string) => articleAddress(lng, id);
  const addressIn = (lng: string) => folder + path(lng);
  const article = deps.find(id, language);
  if (!article) return missingPage(deps, language);
  const written = languages.filter((lng) => deps.find(id, lng)?.language === lng);
  const frame = { folder, pictures, language, languages, addressIn, words, site: deps.site, path, written };
  const { title, updated, summary, steps, stepsIn, sections, video, source, related } = article;
  const ways = related.flatMap((other) => deps.find(other, language) ?? []);
  return pageFrame({
    ...frame,
    title: `${title} – ${words('pages.title')}`,
    article: { id, title },
    original: article.language,
    description: descriptionOf(article),
    picture: firstPicture(articleText(article), place, deps.site),
    data: structuredData(article, `${deps.site}${path(article.language)}`),
    content: html`<article${inLanguage(article, language)}><h1>${title}</h1>
${updated ? html`<p class="quiet"><time datetime="${updated}">${words('pages.updated', { date: longDate(updated, language) })}</time></p>` : html``}
${pageMarkdown(summary, place)}
${video ? html`<p>${away(video.url, words('pages.video', { title: video.title }))}</p>` : html``}
${steps.length > 0 && stepsIn.length === 0 ? html`<h2>${words('pages.steps')}</h2><ol>${steps.map((step) => stepItem(step, words('pages.warning'), place))}</ol>` : html``}
${sections.map(({ title: heading, body }) => html`<section><h2>${heading}</h2>${pageMarkdown(body, place)}</section>`)}</article>
${source ? html`<p>${away(source, words('pages.source'))}</p>` : html``}
${ways.length > 0 ? html`<h2>${words('pages.related')}</h2><ul>${ways.map((way) => html`<li><a href="${folder}${articleAddress(language, way.id)}">${way.title}</a></li>`)}</ul>` : html``}
<p><a class="back" href="${folder}/?lng=${language}">${words('pages.back')}</a></p>`,
  });
}

/** What stands where no page is, and why. */
export function missingPage(
  deps: PageDeps,
  language: string,
  why: 'pages.missing' | 'pages.noWebChat' = 'pages.missing',
): Page {
  const words = deps.words(language);
  const { folder, languages, pictures } = deps;
  return pageFrame({
    folder,
    pictures,
    language,
    languages,
    addressIn: (lng) => `${folder}/?lng=${lng}`,
    title: words('pages.missingTitle'),
    words,
    status: 404,
    site: deps.site,
    path: (lng) => `/?lng=${lng}`,
    isHidden: true,
    content: html`<h1>${words('pages.missingTitle')}</h1><p>${words(why)}</p><p><a href="${folder}/?lng=${language}">${words('pages.back')}</a></p>`,
  });
}

function stepItem({ text, warnings }: ArticleStep, warning: string, place: PagePlace): Html {
  const before = warnings.map(
    (each) => html`<div class="warning"><strong>${warning}</strong>${pageMarkdown(each, place)}</div>`,
  );
  return html`<li>${before}${pageMarkdown(text, place)}</li>`;
}

/** Shown in place of a translation that is missing. */
const inLanguage = (article: Article, language: string) =>
  article.language === language ? html`` : html` lang="${article.language}"`;

/** A link out of the help centre; what is no web address stays words. */
function away(address: string, words: string): Html {
  return /^https?:\/\//i.test(address)
    ? html`<a href="${address}" rel="noopener noreferrer">${words}</a>`
    : html`${words}`;
}
