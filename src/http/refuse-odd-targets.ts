import type { IncomingMessage, Server } from 'node:http';
import { guardRequests, refuseRequest } from './guard-requests.js';

/**
 * Answers requests whose target is no path of this server before anybody else sees them: restify's reader throws on some
 * of them, outside of every handler, and the process would end. With two hosts each reader would take another one.
 */
export function refuseOddTargets(http: Server): void {
  guardRequests(http, (request, response, pass) => {
    if (isPath(request.url ?? '') && hosts(request) <= 1) pass();
    else refuseRequest(request, response, 400, 'The address of the request is not one of this server.');
  });
}

/** A path, and one that means the same with and without the name of a host before it. */
function isPath(target: string): boolean {
  return target.startsWith('/') && !target.startsWith('//') && URL.canParse(`http://x${target}`);
}

/** Node keeps the first `Host` alone; its raw headers are names and values by turns. */
function hosts({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
}
