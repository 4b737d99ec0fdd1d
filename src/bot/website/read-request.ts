import type { IncomingMessage } from 'node:http';
import type { Origins } from '../../channels/web/origins.js';
import type { WebRequest } from '../../channels/web/response.js';
import { isLoopback } from '../../http/is-loopback.js';
import { readJson } from '../../http/read-json.js';
import type { Config } from '../config.js';
import { publicFolder } from '../public-folder.js';
import { callerOf } from './caller-of.js';

type Setting = Pick<Config, 'proxies' | 'publicUrl' | 'production'>;

/** A request of Node as the website reads it. */
export function readRequest(request: IncomingMessage, url: URL, setting: Setting, origins: Origins): WebRequest {
  const { headers, method = 'GET' } = request;
  return {
    // The same without its body, which is left out where it is sent.
    method: method === 'HEAD' ? 'GET' : method,
    path: url.pathname,
    query: url.searchParams,
    headers,
    address: callerOf(request, setting.proxies),
    isTrustedOrigin: headers.origin !== undefined && origins.isTrusted(headers.origin, headers.host),
    socketBase: socketBase(request, setting),
    body: () => readJson(request),
  };
}

/** Only the public address is known for sure; in development it is this machine, by whatever name the browser called. */
function socketBase({ headers }: IncomingMessage, { publicUrl, production }: Setting): string {
  const { protocol, host } = new URL(publicUrl);
  const folder = publicFolder(publicUrl);
  if (protocol === 'https:') return `wss://${host}${folder}`;
  const called = URL.canParse(`http://${headers.host}`) ? new URL(`http://${headers.host}`) : undefined;
  return `ws://${!production && called && isLoopback(called.hostname) ? called.host : host}${folder}`;
}
