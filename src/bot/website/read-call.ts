import type { IncomingMessage } from 'node:http';
import type { Call } from '../../channels/web/answer.js';
import type { Origins } from '../../channels/web/origins.js';
import { readJson } from '../../channels/web/read-json.js';
import type { Config } from '../config.js';

type Setting = Pick<Config, 'proxies' | 'publicUrl'>;

/** A request of Node as the website reads it. */
export function readCall(request: IncomingMessage, url: URL, setting: Setting, origins: Origins): Call {
  const { headers, method = 'GET' } = request;
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers,
    address: callerOf(request, setting.proxies),
    isTrustedOrigin: headers.origin !== undefined && origins.isTrusted(headers.origin, headers.host),
    socketBase: socketBase(request, setting.publicUrl),
    body: () => readJson(request),
  };
}

/** The address that the first proxy of ours was called from; who calls may have written the rest of the list. */
function callerOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const own = socket.remoteAddress ?? '';
  if (proxies === 0) return own;
  const list = [...String(headers['x-forwarded-for'] ?? '').split(','), own].map((each) => each.trim()).filter(Boolean);
  return list.at(-1 - proxies) ?? list[0] ?? own;
}

/** Behind TLS only the public address is known for sure; in development it is whatever the browser called. */
export function socketBase({ headers }: IncomingMessage, publicUrl: string): string {
  const { protocol, host } = new URL(publicUrl);
  if (protocol === 'https:') return `wss://${host}`;
  const called = headers.host ?? '';
  return `ws://${/^[\w.:[\]-]+$/.test(called) ? called : host}`;
}
