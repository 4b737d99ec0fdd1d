import { cutSecrets } from '../../channels/secrets/cut-secrets.js';
import { html } from '../../http/html.js';
import { PRACTICE_PATH } from '../practice-path.js';
import { allGuides, foundGuides } from './guide-lists.js';
import type { PageDeps } from './page-deps.js';
import { type Page, pageFrame } from './page-frame.js';

/** The longest question of the search box, in UTF-16 units. */
const LONGEST_QUERY = 300;

/** `/`: what a newcomer and a customer see first. The search box is answered by the index that the assistant asks. */
export function helpCentrePage(deps: PageDeps, language: string, asked: string | null): Page {
  const { folder, pictures } = deps;
  const place = { folder, language, pictures };
  const words = deps.words(language);
  const query = cutSecrets((asked ?? '').trim().slice(0, LONGEST_QUERY)).text;
  const found = query === '' ? [] : deps.search(query, language);
  const results =
    query === ''
      ? html``
      : html`<section aria-live="polite"><h2>${words(found.length > 0 ? 'pages.results' : 'pages.nothing', { query })}</h2>${found.length > 0 ? foundGuides(found, query, place) : html``}</section>`;
  const articles = deps.list(language);
  const practice = deps.hasPractice
    ? html`<p><a href="${folder}${PRACTICE_PATH}/?lng=${language}">${words('pages.practice')}</a></p>`
    : html``;
  return pageFrame({
    ...{ folder, pictures, language },
    site: deps.site,
    languages: deps.languages,
    path: (lng) => `/?lng=${lng}`,
    isHidden: query !== '',
    addressIn: (lng) => `${folder}/?lng=${lng}${query ? `&q=${encodeURIComponent(query)}` : ''}`,
    title: query ? `${query} – ${words('pages.title')}` : `${deps.team ?? ''} ${words('pages.title')}`.trim(),
    words,
    content: html`<h1>${words('pages.heading')}</h1>
<form action="${folder}/" method="get" role="search"><input type="hidden" name="lng" value="${language}">
<label for="q">${words('pages.search')}</label><input id="q" name="q" type="search" value="${query}" maxlength="${LONGEST_QUERY}" autocomplete="off"><button>${words('pages.go')}</button></form>
${results}${articles.length > 0 ? html`<h2>${words('pages.guides')}</h2>${allGuides(articles, place)}` : html``}
<p class="quiet">${words('pages.assistant')}</p>${practice}`,
  });
}
