import type { Server } from 'node:http';
import { createServer } from 'node:net';

/**
 * Listens on this machine's own address of IPv6, too: a browser may try that one first. What comes in is taken by the
 * same server. @returns how to stop
 */
export function listenHere(http: Server, port: number): Promise<() => void> {
  const second = createServer((socket) => http.emit('connection', socket));
  return new Promise((resolve) => {
    // A machine without IPv6 has no such address.
    second.once('error', () => resolve(() => {}));
    second.listen(port, '::1', () => resolve(() => second.close()));
  });
}
