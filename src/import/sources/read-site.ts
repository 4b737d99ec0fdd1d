import { parseHTML } from 'linkedom';
import { decodeAddress } from '../decode-address.js';
import { ImportError } from '../import-error.js';
import type { Source } from '../source.js';
import type { ImportNote, SourcePage, TakeNote } from '../source-page.js';
import type { Door } from '../web/open-door.js';
import { readRobots } from '../web/read-robots.js';
import { MOST_PAGES, readSitemap } from '../web/read-sitemap.js';
import { findLanguageFolders, languageOfPath } from './language-of-path.js';
import { pageOfHtml } from './page-of-html.js';

interface SiteOptions {
  readonly door: Door;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * A site, or a part of one: what its sitemap names and what its pages link to, below the address that is given. The address
 * of a sitemap means the pages that it names; that of one page, when nothing is below it, that page.
 */
export function readSite(given: string, { door, wait }: SiteOptions): Source {
  const start = new URL(given);
  start.hash = '';
  const isMap = /\.xml(?:\.gz)?$/i.test(start.pathname);
  const below = isMap ? '/' : start.pathname.replace(/\/?(?:index\.html?)?$/, '/');
  return {
    name: start.href,
    site: start.origin,
    async *items() {
      const notes: ImportNote[] = [];
      const noteOf =
        (key: string): TakeNote =>
        (kind, message, line) =>
          notes.push({ key, kind, message, line });
      const robots = await readRobots(door, start.origin);
      const isWanted = (url: string) => {
        const { origin, pathname } = new URL(url);
        return (
          origin === start.origin &&
          (isMap || pathname.startsWith(below) || pathname === start.pathname) &&
          !NO_PAGE.test(pathname)
        );
      };
      const maps = isMap
        ? [start.href]
        : robots.sitemaps.length > 0
          ? robots.sitemaps
          : [`${start.origin}/sitemap.xml`];
      const named = await readSitemap(door, maps, isMap ? noteOf('sitemap') : () => undefined);
      if (isMap && named.length === 0) throw new ImportError(`${given}: no page is named in it, or it cannot be read.`);
      const waiting = [
        ...(isMap ? [] : [start.href]),
        ...named.filter((url) => URL.canParse(url) && isWanted(url)).map(plain),
      ];
      const seen = new Set<string>();
      const read: SourcePage[] = [];
      for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
        if (seen.has(address)) continue;
        seen.add(address);
        const note = noteOf(new URL(address).pathname);
        if (seen.size > MOST_PAGES) {
          note('failed', `more than ${MOST_PAGES} pages: the rest is not read`);
          break;
        }
        if (!robots.mayRead(address)) {
          note('dropped', 'its site asks programs not to read it (robots.txt)');
          continue;
        }
        if (robots.pause > 0 && seen.size > 1) await wait(robots.pause);
        const fetched = await door.get(address);
        if (fetched.kind === 'failed') {
          note('failed', fetched.why);
          continue;
        }
        seen.add(plain(fetched.url));
        if (!/html/i.test(fetched.type)) {
          note('dropped', 'no page of HTML');
          continue;
        }
        const links = isMap ? [] : linksOf(fetched.text, fetched.url);
        waiting.push(...links.filter(isWanted).map(plain));
        const page = pageOf(fetched.text, fetched.url, address, note);
        if (page && !read.some(({ address: other }) => other === page.address)) read.push(page);
      }
      const folders = findLanguageFolders(read.map(({ path }) => path));
      for (const page of read) {
        const { language, path } = languageOfPath(page.path, folders);
        yield { kind: 'page', page: { ...page, path, language: language ?? page.language } };
      }
      for (const note of notes) yield { kind: 'note', note };
      if (read.length === 0) throw new ImportError(`${given}: ${notes[0]?.message ?? 'no page with a text found'}.`);
    },
  };
}

const NO_PAGE = /\.(?:png|jpe?g|gif|webp|svg|avif|ico|pdf|zip|gz|css|js|json|xml|mp4|webm|mp3|woff2?|txt)$/i;

/** Without what leads to a place on a page or counts visits. */
function plain(address: string): string {
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (/^utm_|^(?:ref|fbclid|gclid)$/.test(name)) url.searchParams.delete(name);
  return url.href;
}

function linksOf(markup: string, base: string): readonly string[] {
  const { document } = parseHTML(markup);
  const links: Iterable<{ getAttribute(name: string): string | null }> = document.querySelectorAll('a[href]');
  return [...links].flatMap((link) => {
    const href = link.getAttribute('href') ?? '';
    if (!URL.canParse(href, base)) return [];
    const url = new URL(href, base);
    return /^https?:$/.test(url.protocol) ? [url.href] : [];
  });
}

function pageOf(markup: string, url: string, asked: string, note: TakeNote): SourcePage | undefined {
  const read = pageOfHtml(markup, note, url);
  if (!read) return undefined;
  const { canonical, html, ...about } = read;
  const isOwn = canonical !== undefined && new URL(canonical).origin === new URL(url).origin;
  const address = isOwn ? canonical : url;
  const path = decodeAddress(new URL(address).pathname)
    .replace(/\.html?$/, '')
    .replace(/^\/|\/$/g, '');
  return {
    ...about,
    key: new URL(address).pathname,
    path: path || 'index',
    format: 'html',
    text: html,
    address,
    aliases: [new URL(asked).pathname, new URL(url).pathname],
  };
}
