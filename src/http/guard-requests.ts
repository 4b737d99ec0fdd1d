import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';

/** Sees a request before everybody else; who does not pass it on has to answer it. */
export type Guard = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

/** Puts a guard before all listeners that a server has by now: the guard that is put last sees a request first. */
export function guardRequests(http: Server, guard: Guard): void {
  const listeners = http.listeners('request') as RequestListener[];
  http.removeAllListeners('request');
  http.on('request', (request, response) => {
    guard(request, response, () => {
      for (const listener of listeners) listener(request, response);
    });
  });
}

const CODES = { 400: 'BadRequest', 421: 'MisdirectedRequest', 415: 'UnsupportedMediaType' } as const;

/** Answers a request that is not for this server, in words. */
export function refuseRequest(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: keyof typeof CODES,
  message: string,
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(method === 'HEAD' ? undefined : JSON.stringify({ code: CODES[status], message }));
}
