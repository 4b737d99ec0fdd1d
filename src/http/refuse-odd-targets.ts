import type { RequestListener, Server } from 'node:http';

const BODY = JSON.stringify({ code: 'BadRequest', message: 'The address of the request is not one of this server.' });

/**
 * Answers requests whose target is no path of this server before anybody else sees them: restify's reader throws on some
 * of them, outside of every handler, and the process would end.
 */
export function refuseOddTargets(http: Server): void {
  const listeners = http.listeners('request') as RequestListener[];
  http.removeAllListeners('request');
  http.on('request', (request, response) => {
    const target = request.url ?? '';
    // A path, and one that means the same with and without the name of a host before it.
    if (target.startsWith('/') && !target.startsWith('//') && URL.canParse(`http://x${target}`)) {
      for (const listener of listeners) listener(request, response);
      return;
    }
    response.writeHead(400, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : BODY);
  });
}
