import { z } from 'zod';
import { readArticleAddress } from '../../knowledge/articles/article-address.js';

/** The longest address that is looked at, in UTF-16 units. */
const LONGEST = 2000;

const shared = z.looseObject({ url: z.string().max(LONGEST) });

/**
 * Reads the value of a `composeExtension/queryLink`: a link that somebody put into a message; nothing when it leads to no
 * guide of ours.
 * @param website where the help centre is, without a slash at the end; it may have a path
 */
export function readSharedLink(value: unknown, website: string): ReturnType<typeof readArticleAddress> {
  const read = shared.safeParse(value);
  if (!read.success || !URL.canParse(read.data.url)) return undefined;
  const { origin, pathname } = new URL(read.data.url);
  const home = new URL(website);
  if (origin !== home.origin) return undefined;
  const folder = home.pathname.replace(/\/$/, '');
  if (!pathname.startsWith(`${folder}/`)) return undefined;
  return readArticleAddress(pathname.slice(folder.length));
}
