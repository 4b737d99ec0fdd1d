import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerReport } from '../bot/answer-report.js';
import type { App } from '../bot/compose.js';
import { isPractice } from '../bot/practice-path.js';

/** A small server for this machine alone, where the practice account and the reports of a chat in the terminal are. */
export interface SideDoor {
  /** `http://127.0.0.1:40123` */
  readonly url: string;
  /** From now on pages of this app are answered; before, nothing is there. */
  lead(app: App): void;
  close(): Promise<void>;
}

/** Opens the door on a free port. The app needs its address before it is made, hence the two steps. */
export async function openSideDoor(): Promise<SideDoor> {
  let app: App | undefined;
  const server = createServer((request, response) => {
    answer(app, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // Listening on a port, a server has this kind of address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    lead: (to) => {
      app = to;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(app: App | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://door.invalid');
  const token = /^\/reports\/([\w-]+)$/.exec(pathname)?.[1];
  if (app?.practice && isPractice(pathname)) return app.practice.listener(request, response);
  if (app && token !== undefined) {
    return answerReport(app, token, request.headers['accept-language'], response);
  }
  // Not in a chain: restify, once it is loaded, has `writeHead` return nothing.
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Not found');
}
