import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server that takes webhooks, over real connections; how it answers may change. */
export async function openReceiver() {
  const received: Received[] = [];
  let answer: { readonly status: number; readonly headers: Readonly<Record<string, string>> } | (() => void) = {
    status: 204,
    headers: {},
  };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    if (typeof answer === 'function') return answer();
    response.statusCode = answer.status;
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    port,
    url: `http://127.0.0.1:${port}/cases`,
    answerWith: (status: number, headers: Readonly<Record<string, string>> = {}) => {
      answer = { status, headers };
    },
    /** From now on nothing is answered. @param arrived told of each that comes */
    hang: (arrived: () => void) => {
      answer = arrived;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
