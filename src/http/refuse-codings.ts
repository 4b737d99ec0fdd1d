import type { Server } from 'node:http';
import { guardRequests, refuseRequest } from './guard-requests.js';

/**
 * Refuses bodies that are coded on their way otherwise than in chunks (`Transfer-Encoding: gzip, chunked`): nobody here
 * decodes them, and whoever reads the coded bytes as the body takes another message than was sent (RFC 9112, section 6.1).
 */
export function refuseCodings(http: Server): void {
  guardRequests(http, (request, response, pass) => {
    const coding = request.headers['transfer-encoding'];
    if (coding === undefined || coding.trim().toLowerCase() === 'chunked') return pass();
    response.setHeader('connection', 'close');
    // Without chunks at last, nobody knows where the body ends.
    const isEnded = /(?:^|,)\s*chunked\s*$/i.test(coding.slice(-100));
    refuseRequest(
      request,
      response,
      isEnded ? 415 : 400,
      'A body is sent as it is or in chunks, not compressed on its way.',
    );
  });
}
