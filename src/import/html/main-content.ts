import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { dayOf } from '../day-of.js';
import { isNestedTooDeeply } from './hold-depth.js';

/** What a page of a site says, and what it says about itself. */
export interface MainContent {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  readonly updated?: string | undefined;
  /** Its address as it names it itself. */
  readonly canonical?: string | undefined;
  readonly categories: readonly string[];
  /** HTML of the text alone. */
  readonly html: string;
}

/** What is used of a page as a document; the library has no types of its own for it. */
interface PageElement {
  readonly textContent: string | null;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}
interface PageDocument {
  readonly title: string;
  readonly body: PageElement | null;
  readonly documentElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Where sites put an article, the most telling first. */
const PLACES = [
  '[itemprop="articleBody"]',
  '.article-body',
  '.article__body',
  '.theme-doc-markdown',
  '.vp-doc',
  '.md-content__inner',
  '.markdown-body',
  'article',
  'main',
  '[role="main"]',
  '#content',
];
/** What stands in such a place beside the text: ways to elsewhere, ratings, the date. */
const BESIDE =
  'nav, aside.toc, header nav, footer, script, style, noscript, template, form, [role="navigation"], [aria-label*="breadcrumb" i], [class*="breadcrumb" i], .toc, .table-of-contents, [class*="feedback" i], [class*="article-votes" i], [class*="related" i], [class*="share" i], [class*="pagination" i], [class*="edit-this-page" i], [hidden]';
/** A shorter place is not where the text stands, in characters. */
const LEAST = 60;

/**
 * Finds the article on a page: where its site marks it, else where Readability finds it. Nothing when there is none, or when the
 * page is nested more deeply than one can be read.
 */
export function mainContent(markup: string): MainContent | undefined {
  if (isNestedTooDeeply(markup)) return undefined;
  const { document } = parseHTML(markup);
  const page: PageDocument = document;
  if (!page.documentElement || !page.body) return undefined;
  const meta = (...names: readonly string[]) =>
    names
      .map((name) =>
        page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content')?.trim(),
      )
      .find(Boolean);
  const about = {
    title: titleOf(page),
    description: meta('description', 'og:description'),
    language: (page.documentElement.getAttribute('lang') ?? meta('og:locale'))?.replace('_', '-').trim() || undefined,
    updated: dayOf(
      meta('article:modified_time', 'last-modified', 'og:updated_time') ??
        page.querySelector('time[datetime]')?.getAttribute('datetime'),
    ),
    canonical: page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined,
    categories: breadcrumbs(page),
  };
  for (const place of PLACES) {
    const found = [...page.querySelectorAll(place)].filter(
      ({ textContent }) => (textContent ?? '').trim().length >= LEAST,
    );
    const [only] = found;
    if (found.length !== 1 || !only) continue;
    for (const other of only.querySelectorAll(BESIDE)) other.remove();
    if ((only.textContent ?? '').trim().length >= LEAST) return { ...about, html: only.innerHTML };
  }
  const read = new Readability(document, { charThreshold: LEAST, keepClasses: true }).parse();
  return read?.content ? { ...about, title: about.title ?? read.title ?? undefined, html: read.content } : undefined;
}

/** The one heading of the page, else the title of its window without the name of the site behind it. */
function titleOf(document: PageDocument): string | undefined {
  const headings = [...document.querySelectorAll('h1')].map(({ textContent }) =>
    (textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
  const [only] = headings.filter(Boolean);
  const window = (document.title ?? '').replace(/\s+/g, ' ').trim();
  if (only && (headings.length === 1 || window.includes(only))) return only.replace(/[\s#¶\u200B]+$/u, '');
  return window.replace(/\s+[|–—·-]\s+[^|–—·-]+$/, '') || undefined;
}

function breadcrumbs(document: PageDocument): readonly string[] {
  const links = document.querySelectorAll(
    '[aria-label*="breadcrumb" i] a, [class*="breadcrumb" i] a, [typeof="BreadcrumbList"] a, [itemtype*="BreadcrumbList"] a',
  );
  const names = [...links].map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean);
  // The first leads home.
  return [...new Set(names.slice(1))];
}
