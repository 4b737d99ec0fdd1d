import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { guardRequests } from './guard-requests.js';

/** How many requests of one connection may wait for the answers before theirs; browsers and proxies send none ahead. */
const MOST_WAITING = 100;

/**
 * Takes requests that a connection sends without waiting for their answers (pipelining) one at a time, with everybody
 * else's in between. Node would take all that one packet holds, over two thousand, in one go, and everybody would wait.
 */
export function takeInTurn(http: Server): void {
  const waiting = new WeakMap<Socket, (() => void)[]>();
  guardRequests(http, ({ socket }, response, pass) => {
    const take = () => {
      response.once('close', () => setImmediate(takeNext));
      pass();
    };
    const takeNext = () => {
      const next = socket.destroyed ? undefined : waiting.get(socket)?.shift();
      if (next) next();
      else waiting.delete(socket);
    };
    const before = waiting.get(socket);
    if (!before) {
      waiting.set(socket, []);
      take();
    } else if (before.push(take) > MOST_WAITING) socket.destroy();
  });
}
