import type { ArticleLink } from './links-of.js';
import type { PageDoor, Seen } from './open-page-door.js';
import { videoAddress } from './video-address.js';

const OFFLINE: Seen = { kind: 'unsure', why: 'no host was found at all' };

/** A link of an article, with what its address answered. */
export interface ProbedLink extends ArticleLink {
  readonly seen: Seen;
}

/** Hosts that are asked at the same time; one host is asked one thing after the other, with a pause of so many milliseconds. */
const HOSTS_AT_ONCE = 4;
const PAUSE = 500;

/** Looks where links lead, each address once; those that are not of the web are left out. @param wait resolves after that many milliseconds */
export async function probeLinks(
  links: readonly ArticleLink[],
  door: PageDoor,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<readonly ProbedLink[]> {
  const wanted = links.filter(({ url }) => /^https?:\/\//i.test(url) && URL.canParse(url));
  const addresses = new Map<string, { readonly address: string; readonly isRead: boolean }>();
  for (const link of wanted) {
    const isRead = link.kind === 'source' || addresses.get(link.url)?.isRead === true;
    addresses.set(link.url, { address: link.kind === 'video' ? videoAddress(link.url) : link.url, isRead });
  }
  const hosts = new Map<string, string[]>();
  for (const [url, { address }] of addresses) {
    const { host } = new URL(address);
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  const seen = new Map<string, Seen>();
  const waiting = [...hosts.values()];
  const worker = async () => {
    for (let urls = waiting.shift(); urls; urls = waiting.shift())
      for (const [i, url] of urls.entries()) {
        if (i > 0) await wait(PAUSE);
        const { address, isRead } = addresses.get(url) ?? { address: url, isRead: false };
        seen.set(url, await door.look(address, isRead));
      }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker));
  // Where no name at all is found, it is this machine that has no way to the internet: that tells nothing of anybody's pages.
  const isOffline = [...seen.values()].every((one) => one.kind === 'gone' && one.isHostUnknown);
  return wanted.flatMap((link) => {
    const found: Seen | undefined = isOffline ? OFFLINE : seen.get(link.url);
    return found ? [{ ...link, seen: found }] : [];
  });
}
