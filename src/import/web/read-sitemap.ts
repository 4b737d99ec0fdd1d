import type { TakeNote } from '../source-page.js';
import type { Door } from './open-door.js';

/** Sitemaps of sitemaps that a site may have; more turn in circles. */
const MOST_MAPS = 200;
/** Pages beyond this are no help centre. */
export const MOST_PAGES = 10_000;

/** The addresses of pages that sitemaps name; each sitemap is read once, however they lead to each other. */
export async function readSitemap(door: Door, given: readonly string[], note: TakeNote): Promise<readonly string[]> {
  const seen = new Set<string>();
  const waiting = [...given];
  const pages = new Set<string>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (seen.has(address)) continue;
    if (seen.size >= MOST_MAPS || pages.size >= MOST_PAGES) {
      note('failed', `more than ${MOST_MAPS} sitemaps or ${MOST_PAGES} pages: the rest is not read`);
      break;
    }
    seen.add(address);
    const fetched = await door.get(address);
    if (fetched.kind === 'failed') {
      note('failed', `the sitemap "${address}": ${fetched.why}`);
      continue;
    }
    const found = [...fetched.text.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]+?)\s*(?:\]\]>)?\s*<\/loc>/gi)].map(
      ([, url = '']) => url.replace(/&amp;/g, '&'),
    );
    if (/<sitemapindex[\s>]/i.test(fetched.text)) waiting.push(...found);
    else for (const page of found) pages.add(page);
  }
  return [...pages];
}
