import { createHash } from 'node:crypto';
import MarkdownIt from 'markdown-it';
import type { Report, ReportRow } from '../checks/report.js';
import type { Words } from '../dialogs/phrases/words.js';
import { type Html, html } from '../http/html.js';

const STYLE = `
:root{color-scheme:light dark;--ok:#0a6b2d;--problem:#a11;--unknown:#7a5200;--line:#bbb;--quiet:#555}
@media (prefers-color-scheme:dark){:root{--ok:#6fd08c;--problem:#ff9a8f;--unknown:#f0c060;--line:#555;--quiet:#b5b5b5}}
body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:0}h2{font-size:1.1rem;margin:0}
time,footer{color:var(--quiet)}a{color:inherit}
section{border-left:.35rem solid var(--line);padding:.1rem 0 .1rem 1rem;margin:1.5rem 0;break-inside:avoid}
.ok{border-color:var(--ok)}.problem{border-color:var(--problem)}.unknown{border-color:var(--unknown)}
.state{font-weight:700;margin:0}.ok .state{color:var(--ok)}.problem .state{color:var(--problem)}.unknown .state{color:var(--unknown)}
section p{margin:.3rem 0}ul,ol{margin:.3rem 0;padding-left:1.5rem}
a:focus-visible{outline:3px solid currentColor;outline-offset:2px}
@media print{:root{color-scheme:light;--ok:#000;--problem:#000;--unknown:#000;--line:#000;--quiet:#000}
body{max-width:none;padding:0}a::after{content:" (" attr(href) ")"}}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** What goes out with every page below: nothing is run or loaded, nobody keeps it, the link is told to no other site. */
export const REPORT_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
};

/** A report as one page to read, print or save. Names from an account are anybody's words: all of them are escaped. */
export function reportPage(report: Report): string {
  const { title, intro, language, rows, footer, at, timeZone } = report;
  return page(
    language,
    title,
    html`<header><h1>${title}</h1>
<p><time datetime="${at}">${longTime(at, language, timeZone)}</time></p>
${drawn(intro)}</header>
<main>${rows.map(section)}</main>
<footer><p>${footer}</p></footer>`,
  );
}

/** What stands where no report is, or no longer: which of the two is nobody's business. */
export function goneReportPage(language: string, words: Words): string {
  const title = words('report.gone.title');
  return page(language, title, html`<main><h1>${title}</h1><p>${words('report.gone.text')}</p></main>`);
}

function section({ state, sign, word, title, text }: ReportRow): Html {
  return html`<section class="${state}"><h2>${title}</h2>
<p class="state"><span aria-hidden="true">${sign}</span> ${word}</p>
${drawn(text)}</section>`;
}

function drawn(text: string): Html {
  return { markup: markdown.render(text) };
}

function page(language: string, title: string, content: Html): string {
  const { markup } = html`<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${{ markup: STYLE }}</style></head>
<body>${content}</body></html>`;
  return markup;
}

/** Bold, lists and links to the web; everything else of Markdown stays as it was typed, and HTML is never let through. */
const markdown = new MarkdownIt('zero', { html: false, breaks: true }).enable([
  'emphasis',
  'list',
  'link',
  'newline',
  'escape',
  'entity',
]);
markdown.validateLink = (url) => /^https?:\/\//i.test(url);
markdown.renderer.rules.em_open = (tokens, at) => tokens[at]?.markup ?? '';
markdown.renderer.rules.em_close = (tokens, at) => tokens[at]?.markup ?? '';
markdown.renderer.rules.link_open = (tokens, at) => {
  const href = markdown.utils.escapeHtml(String(tokens[at]?.attrGet('href') ?? ''));
  return `<a href="${href}" rel="noopener noreferrer nofollow">`;
};

/** An ISO time as the language writes it out, with its zone: the reader may be in another country. */
function longTime(at: string, language: string, timeZone = 'UTC'): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const [known = 'en'] = Intl.DateTimeFormat.supportedLocalesOf(isTag(language) ? language : 'en');
  return new Intl.DateTimeFormat(known, { dateStyle: 'long', timeStyle: 'long', timeZone }).format(time);
}

/** Intl throws on what is no language tag at all. */
function isTag(language: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(language);
}
