/** A site whose host was allowed; anything else never gets to see a key. */
export interface SiteAddress {
  readonly kind: 'site';
  /** Where the API hangs: `https://acme.teamwork.com`, without a slash at the end. */
  readonly site: string;
  /** What customers call it: `acme.teamwork.com`. */
  readonly host: string;
  /** The local practice account instead of a real one. */
  readonly isPractice: boolean;
}

/** Why what was typed is no address of an account. */
export interface NoSiteAddress {
  readonly kind: 'invalid';
  readonly why:
    | 'empty'
    | 'email'
    | 'other-domain'
    | 'not-a-site'
    | 'log-in-inside'
    | 'port-inside'
    | 'ip-address'
    | 'odd-characters';
}

/** A page of a site, with all that an address may carry, in UTF-16 units. */
const LONGEST_ADDRESS = 2000;
const DOMAIN = '.teamwork.com';
/** A site is one label, in some regions followed by a label of two letters (`eu`). Letters, digits, inner hyphens. */
const SITE_HOST = /^(?<name>[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z]{2})?\.teamwork\.com$/;
/** Hosts of Teamwork itself: nobody's account. */
const NOT_SITES: ReadonlySet<string> = new Set([
  'www',
  'api',
  'apidocs',
  'developer',
  'support',
  'status',
  'blog',
  'help',
  'mail',
  'eu',
]);

/**
 * Reads the address of a site as people paste it: `acme`, `acme.teamwork.com`, `acme.eu.teamwork.com`, a page of it.
 * The host is matched as text, by one exact rule, and the address is built anew from what matched: no parser's idea of
 * userinfo, ports, escapes or international names can lead a key to another host. Always https.
 *
 * @param practiceSite where the practice account listens (`http://localhost:3978/practice`), when it is on.
 */
export function readSiteAddress(typed: string, practiceSite?: string): SiteAddress | NoSiteAddress {
  const pasted = typed.trim();
  if (pasted.length > LONGEST_ADDRESS) return invalid('not-a-site');
  const text = pasted.replace(/^[<"'`«“]+|(?<![>"'`»”])[>"'`»”]+$/gu, '').trim();
  if (text === '') return invalid('empty');
  if (practiceSite !== undefined && isPractice(text, practiceSite)) {
    return { kind: 'site', site: practiceSite.replace(/\/+$/, ''), host: 'practice', isPractice: true };
  }
  if (/[^\x21-\x7e]|[\\%]/.test(text)) return invalid('odd-characters');
  const host = hostOf(text.toLowerCase());
  if (host.includes('@')) return invalid(/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text) ? 'email' : 'log-in-inside');
  if (isIpAddress(host)) return invalid('ip-address');
  if (host.includes(':')) return invalid('port-inside');
  return allowed(host.includes('.') ? host : host + DOMAIN);
}

function allowed(host: string): SiteAddress | NoSiteAddress {
  const name = SITE_HOST.exec(host)?.groups?.name;
  if (name !== undefined && !NOT_SITES.has(name) && !name.startsWith('xn--')) {
    return { kind: 'site', site: `https://${host}`, host, isPractice: false };
  }
  return invalid(host === 'teamwork.com' || host.endsWith(DOMAIN) ? 'not-a-site' : 'other-domain');
}

/** What stands between the scheme and the first `/`, `?` or `#`, without the full stop of a sentence. */
function hostOf(text: string): string {
  const [host = ''] = text.replace(/^(?:https?:)?\/\//, '').split(/[/?#]/);
  return host.endsWith('.') ? host.slice(0, -1) : host;
}

/** IPv6 in brackets, and every way to write IPv4: dotted, decimal, octal, hexadecimal. */
function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^(?:0x[\da-f]+|\d+)(?:\.(?:0x[\da-f]+|\d+)){0,3}(?::\d+)?$/.test(host);
}

function isPractice(text: string, practiceSite: string): boolean {
  const plain = (address: string): string =>
    address
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/+$/, '');
  return /^(?:practice|demo)$/i.test(text) || plain(text) === plain(practiceSite);
}

function invalid(why: NoSiteAddress['why']): NoSiteAddress {
  return { kind: 'invalid', why };
}
