import type { Server } from 'node:http';
import { guardRequests, refuseRequest } from './guard-requests.js';
import { isLoopback } from './is-loopback.js';

/**
 * For a server that listens for its own machine: answers to the names of this machine and to the host of `PUBLIC_URL`
 * alone. A page of another site could have its own name lead to this machine (DNS rebinding), and would read as its own
 * what nobody has to sign in for. Who names no host is no browser.
 */
export function refuseForeignHosts(http: Server, publicUrl: string): void {
  const own = new URL(publicUrl).hostname;
  const isOurs = (host: string) => {
    if (!URL.canParse(`http://${host}`)) return false;
    const { hostname } = new URL(`http://${host}`);
    return isLoopback(hostname) || hostname === own;
  };
  guardRequests(http, (request, response, pass) => {
    const { host } = request.headers;
    if (host === undefined || isOurs(host)) pass();
    else
      refuseRequest(
        request,
        response,
        421,
        'In development this server answers to localhost and the host of PUBLIC_URL.',
      );
  });
}
