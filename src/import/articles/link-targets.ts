import { posix } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { TakenPicture } from '../collect-pictures.js';
import type { SourcePage, TakeNote } from '../source-page.js';
import { plainPath } from './plain-path.js';

/** Where the links of a source lead. */
export interface LinkTargets {
  /**
   * Makes every link of a page say where it leads, wherever it is read: to the public page, to another article
   * (`article-of:<place of its page>#<anchor>` until all ids are known) or to the web. Also the addresses of pictures.
   */
  resolve(tree: Root, page: SourcePage, note: TakeNote, picture: (address: string) => TakenPicture | undefined): void;
}

const LINK_OF = /article-of:(\d+)(?:#([^)\s]*))?/g;

/** Puts what has been learned since into Markdown that {@link LinkTargets.resolve} has seen. */
export function finishLinks(
  markdown: string,
  addressOf: (place: number, anchor: string | undefined) => string,
): string {
  return markdown.replace(LINK_OF, (_, place: string, anchor: string | undefined) => addressOf(Number(place), anchor));
}

/** @param site where the source is public: `https://help.example.com` */
export function linkTargets(pages: readonly SourcePage[], site: string | undefined): LinkTargets {
  const places = new Map<string, number[]>();
  for (const [place, { aliases, address }] of pages.entries())
    for (const alias of [...aliases, ...(address ? [new URL(address).pathname] : [])]) {
      const name = plainPath(alias);
      places.set(name, [...(places.get(name) ?? []), place]);
    }
  const origins = new Set(
    [site, ...pages.map(({ address }) => address)].flatMap((one) => (one ? [new URL(one).origin] : [])),
  );

  const find = (path: string, from: SourcePage): number | undefined => {
    const parts = plainPath(path).split('/').slice(1);
    // A site serves a folder below an address of its own: `/docs/intro` is `/intro` of the folder.
    for (let skipped = 0; skipped <= Math.min(3, parts.length - 1); skipped++) {
      const found = places.get(`/${parts.slice(skipped).join('/')}`) ?? [];
      const own = found.find((place) => pages[place]?.language === from.language) ?? found[0];
      if (own !== undefined) return own;
    }
    return undefined;
  };

  const target = (url: string, page: SourcePage, note: TakeNote): string => {
    if (url.startsWith('#')) return page.address ? `${page.address}${url}` : url;
    if (url.startsWith('//')) return `https:${url}`;
    const [, path = '', anchor = ''] = /^([^?#]*)[^#]*(?:#(.*))?$/.exec(url) ?? [];
    const absolute = /^[a-z][a-z0-9+.-]*:/i.test(url);
    if (absolute && !(URL.canParse(url) && origins.has(new URL(url).origin))) return url;
    const asked = absolute ? [new URL(url).pathname] : candidates(path, page);
    for (const each of asked) {
      const place = find(each, page);
      const found = place === undefined ? undefined : pages[place];
      if (place === undefined || !found) continue;
      const mark = anchor ? `#${anchor}` : '';
      return found.address ? `${found.address}${mark}` : `article-of:${place}${mark}`;
    }
    if (absolute) return url;
    const base = page.address ?? site;
    if (base !== undefined) return new URL(url, base).href;
    note('changed', `the link to "${url}" leads to no page of the source; give its address with --site`);
    return url;
  };

  return {
    resolve(tree, page, note, picture) {
      visit(tree, (node, index, parent) => {
        if (node.type === 'link') node.url = target(node.url, page, note);
        if (node.type !== 'image' || /^https?:/i.test(node.url)) return;
        if (node.url.startsWith('//')) {
          node.url = `https:${node.url}`;
          return;
        }
        const found = picture(node.url);
        const base = page.address ?? site;
        const named = node.url.startsWith('data:') ? 'in the page itself' : `"${node.url}"`;
        if (found?.kind === 'taken') node.url = found.address;
        else if (found) {
          note('dropped', `the picture ${named}: ${found.why}`);
          if (parent && index !== undefined) parent.children.splice(index, 1, { type: 'text', value: node.alt ?? '' });
        } else if (base !== undefined) node.url = new URL(node.url, base).href;
        else note('changed', `the picture ${named} is not in the source; give its address with --site`);
      });
    },
  };
}

/** What a relative address may mean: from the file, from the page's own address, from the page as a folder. */
function candidates(path: string, { key, aliases }: SourcePage): readonly string[] {
  if (path.startsWith('/')) return [path];
  const folders = [posix.dirname(`/${key}`), ...aliases.flatMap((alias) => [posix.dirname(alias), alias])];
  return [...new Set(folders.map((folder) => posix.join(folder, path)))];
}
