/** Hosts that a checks file may ask: `api.shop.example`, `*.shop.example` (one name before it), `localhost:4010`. */
const PATTERN = /^(?:\*\.)?[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?$/;

/** This machine itself, as an address writes it. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether it names a host, or with `*.` before it all hosts below one. */
export function isHostPattern(text: string): boolean {
  return PATTERN.test(text);
}

/** Why an address may not be asked; null when it may. Plain http is for this machine alone, whose ports are all one host. */
export function whyRefused(address: string, hosts: readonly string[]): string | null {
  if (!URL.canParse(address)) return 'no web address';
  const { protocol, hostname, host, username, password } = new URL(address);
  if (username || password) return 'an address with a name in it: say it under headers or basic';
  const isHere = LOOPBACK.has(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) return 'https expected (http on this machine only)';
  const isAllowed = hosts.some((pattern) => {
    if (pattern === host || (isHere && pattern === hostname)) return true;
    const [name, ...rest] = host.split('.');
    return pattern.startsWith('*.') && Boolean(name) && rest.join('.') === pattern.slice(2);
  });
  return isAllowed ? null : `the host ${host} is not allowed: hosts: names those that may be asked`;
}
