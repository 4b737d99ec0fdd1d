import { isSameSecret } from '../http/is-same-secret.js';
import type { DeskAccount } from './desk-account.js';

/** What the simulator knows of a request. */
export interface DeskRequest {
  readonly method: string;
  /** Below the mounting path: `/desk/api/v2/me.json`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  /** Without the port. */
  readonly host: string;
  /** Parsed JSON or form; undefined without one. */
  readonly body: unknown;
}

/** The account that a request may see, by the rules of docs/teamwork-desk-api.md 1.2; null: 401. */
export function authorise(request: DeskRequest, accounts: readonly DeskAccount[]): DeskAccount | null {
  const { scheme, key } = readAuthorization(request.authorization);
  const account = accounts.find((each) => isSameSecret(each.key.text, key)) ?? null;
  if (account === null || isOtherSite(request.host, account)) return null;
  if (/^\/(?:desk\/api\/v2|__sim)\//.test(request.path))
    return scheme === 'bearer' && account.key.kind === 'desk' ? account : null;
  if (scheme === 'basic') return account.key.kind === 'legacy' ? account : null;
  // Teamwork's own sample sends the new key as Bearer to this one route of v1.
  return account.key.kind === 'desk' && request.path === '/desk/v1/customfields.json' ? account : null;
}

/** The key of the request, for the rate limit: wrong keys are counted too. */
export function keyOf(request: DeskRequest): string {
  return readAuthorization(request.authorization).key;
}

function readAuthorization(header: string): { scheme: 'bearer' | 'basic' | 'none'; key: string } {
  const [, word = '', value = ''] = /^(\w+)\s+(\S+)\s*$/.exec(header) ?? [];
  if (/^bearer$/i.test(word)) return { scheme: 'bearer', key: value };
  if (!/^basic$/i.test(word)) return { scheme: 'none', key: '' };
  const [key = ''] = Buffer.from(value, 'base64').toString('utf8').split(':');
  return { scheme: 'basic', key };
}

/** Asked by a real-looking host, a key opens its own site only; by any other host (localhost) every practice account. */
function isOtherSite(host: string, account: DeskAccount): boolean {
  return host.endsWith('.teamwork.com') && host !== account.host;
}
