import type { Words } from '../../dialogs/phrases/words.js';
import { type Html, html } from '../../http/html.js';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page-style.js';

/** A page of the help centre, as it is sent. */
export interface Page {
  readonly status: number;
  readonly markup: string;
  readonly policy: string;
  /** Further headers of its own. */
  readonly headers?: Readonly<Record<string, string>>;
}

interface Frame {
  readonly language: string;
  readonly languages: readonly string[];
  readonly folder: string;
  readonly pictures: readonly string[];
  /** The same page in another language. */
  readonly addressIn: (language: string) => string;
  /** Where browsers find the server, and where below it the page stands in a language: what searches go by. */
  readonly site: string;
  readonly path: (language: string) => string;
  /** The languages that it is written in; all of them unless said. */
  readonly written?: readonly string[];
  /** The language that it is written in, when that is not the one asked for. */
  readonly original?: string;
  /** Nothing for searches: an answer to one, a page that is not there. */
  readonly isHidden?: boolean;
  readonly description?: string;
  /** The address of a picture of it. */
  readonly picture?: string | undefined;
  /** What it is, for programs. */
  readonly data?: Html;
  readonly title: string;
  readonly words: Words;
  readonly content: Html;
  /** The article that the widget opens with. */
  readonly article?: { readonly id: string; readonly title: string };
  readonly status?: number;
}

/** Nothing from elsewhere, no inline script; the widget comes as on any team's page. */
const policyWith = (pictures: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${PAGE_STYLE_HASH}`,
    `img-src 'self' ${pictures.join(' ')}`,
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Puts content into a page of the help centre: its languages above it, the widget in its corner. */
export function pageFrame({
  folder,
  pictures,
  language,
  languages,
  addressIn,
  title,
  words,
  content,
  article,
  site,
  path,
  written = languages,
  original = language,
  isHidden = false,
  description,
  picture,
  data = html``,
  status = 200,
}: Frame): Page {
  const others = languages.map(
    (lng) =>
      html`<li><a href="${addressIn(lng)}" hreflang="${lng}" lang="${lng}"${current(lng === language)}>${nameOf(lng)}</a></li>`,
  );
  // Two languages of which one is a stand-in for the other are one page for searches.
  const alternates =
    written.length > 1
      ? written.map((lng) => html`<link rel="alternate" hreflang="${lng}" href="${site}${path(lng)}">`)
      : html``;
  const found = isHidden
    ? html`<meta name="robots" content="noindex">`
    : html`<link rel="canonical" href="${site}${path(original)}">${alternates}
<meta property="og:type" content="${article ? 'article' : 'website'}"><meta property="og:title" content="${article?.title ?? title}">
<meta property="og:url" content="${site}${path(original)}"><meta property="og:locale" content="${original}"><meta property="og:site_name" content="${words('pages.title')}">
${description ? html`<meta name="description" content="${description}"><meta property="og:description" content="${description}">` : html``}${picture ? html`<meta property="og:image" content="${picture}">` : html``}${data}`;
  const choice =
    languages.length > 1 ? html`<nav aria-label="${words('pages.languages')}"><ul>${others}</ul></nav>` : html``;
  const opensWith = article ? html` data-article="${article.id}" data-article-title="${article.title}"` : html``;
  const { markup } = html`<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>${found}<style>${{ markup: PAGE_STYLE }}</style></head>
<body><header><a class="back" href="${folder}/?lng=${language}">${words('pages.title')}</a>
${choice}</header>
<main>${content}</main>
<script src="${folder}/widget.js" data-language="${language}"${opensWith} async></script></body></html>`;
  return { status, markup, policy: policyWith(pictures) };
}

const current = (is: boolean) => (is ? html` aria-current="true"` : html``);

/** A language's own name for itself. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
