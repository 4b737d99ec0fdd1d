import type { Server } from 'node:http';
import { guardRequests } from '../http/guard-requests.js';
import type { Log } from './log.js';

/**
 * For a server that trusts no proxy: says once, when a request tells of one, that all customers behind it count as one.
 * Anybody may send such a header, hence the "if".
 */
export function warnOfProxy(http: Server, log: Log): void {
  let isSaid = false;
  guardRequests(http, ({ headers }, _response, pass) => {
    if (!isSaid && (headers['x-forwarded-for'] ?? headers.forwarded) !== undefined) {
      isSaid = true;
      const why =
        'if a proxy stands before this server, all customers are one address for its limits: set TRUSTED_PROXIES';
      log.warn({ event: 'forwarded by a proxy that is not trusted', setting: 'TRUSTED_PROXIES', why });
    }
    pass();
  });
}
