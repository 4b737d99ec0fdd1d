import { isPublicHost } from '../handoff/webhook/public-addresses.js';
import type { ArticleLink } from './links-of.js';

/**
 * What is wrong with a link as it is written, without anybody being asked; nothing when it may lead somewhere.
 * @param pictures names of the files in the help centre's own `pictures/`
 */
export function linkProblem({ kind, url }: ArticleLink, pictures: ReadonlySet<string>): string | undefined {
  const [, picture] = /^\/pictures\/(.+)$/.exec(url) ?? [];
  if (picture !== undefined) return pictures.has(picture) ? undefined : `there is no file pictures/${picture}`;
  if (/^(?:#|article:|\/(?![/\\]))/.test(url)) return undefined;
  if (/^mailto:[^\s@]+@[^\s@]+$|^tel:[+\d][\d .()-]+$/.test(url)) return undefined;
  if (!/^[a-z][a-z\d+.-]*:/i.test(url))
    return kind === 'picture'
      ? 'a picture of your own stands in pictures/ and is written /pictures/name.png'
      : 'it has no https:// before it: it would lead nowhere from the chat. Another article is article:<id>';
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return 'it is no address of the web';
  const { hostname, username, protocol } = new URL(url);
  if (username !== '') return 'it has a name or password in it';
  if (!isPublicHost(hostname) || !hostname.includes('.')) return 'customers cannot reach this address';
  return kind === 'picture' && protocol === 'http:'
    ? 'a picture over http:// is not shown on a page over https'
    : undefined;
}
