import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { guardRequests } from './guard-requests.js';

type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Answers a request that offers another protocol than WebSocket (`Upgrade: h2c`, as `curl --http2` does) as if it had not
 * offered it, as a server may (RFC 9110, section 7.8). Node takes every such request for an upgrade and leaves the
 * connection to us: it is given back with the request as it came, without that header, bodies and what comes behind
 * them included.
 */
export function ignoreOtherUpgrades(http: Server): void {
  const listeners = http.listeners('upgrade') as UpgradeListener[];
  /** The answers that connections still wait for. */
  const answers = new WeakMap<Duplex, Promise<unknown>>();
  guardRequests(http, ({ socket }, response, pass) => {
    const answered = new Promise((resolve) => void response.once('close', resolve));
    answers.set(socket, Promise.all([answers.get(socket), answered]));
    pass();
  });
  http.removeAllListeners('upgrade');
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (offersWebSocket(request)) {
      for (const listener of listeners) listener(request, socket, head);
      return;
    }
    // Until Node listens again.
    const ignore = () => {};
    socket.on('error', ignore);
    void (answers.get(socket) ?? Promise.resolve()).then(() => {
      socket.off('error', ignore);
      if (socket.destroyed) return;
      socket.removeAllListeners('timeout');
      socket.unshift(Buffer.concat([headWithout(request), head]));
      http.emit('connection', socket as Socket);
    });
  });
}

const offersWebSocket = ({ headers }: IncomingMessage) =>
  (headers.upgrade ?? '').split(',').some((protocol) => /^\s*websocket\s*(?:\/|$)/i.test(protocol));

/** Header fields are bytes; Node reads each as one character. */
function headWithout({ method, url, httpVersion, rawHeaders }: IncomingMessage): Buffer {
  const fields = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && name.toLowerCase() !== 'upgrade' ? [`${name}: ${rawHeaders[at + 1]}`] : [],
  );
  return Buffer.from([`${method} ${url} HTTP/${httpVersion}`, ...fields, '', ''].join('\r\n'), 'latin1');
}
