import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** One connection through a relay. */
export interface RelayedLine {
  /** Passes on to the server what was sent. */
  pass(bytes: Buffer, then?: () => void): void;
  /** Nothing that the server says comes back from now on. */
  deafen(): void;
  end(): void;
}

/**
 * A way to a server of this machine that may come to lead elsewhere, keep back what is sent, or break.
 * @param target the port that a new connection leads to
 * @param onSent what becomes of what a client sends
 */
export async function openRelay(
  target: () => number,
  onSent: (bytes: Buffer, line: RelayedLine) => void = (bytes, line) => line.pass(bytes),
) {
  const open = new Set<Socket>();
  const relay = createServer((client) => {
    const server = connect(target(), '127.0.0.1');
    const both = [client, server];
    const end = () => {
      for (const socket of both) {
        open.delete(socket);
        socket.destroy();
      }
    };
    for (const socket of both) {
      open.add(socket);
      socket.on('error', end).on('close', end);
    }
    server.pipe(client);
    const line: RelayedLine = {
      pass: (bytes, then) => void server.write(bytes, then),
      deafen: () => void server.unpipe(client),
      end,
    };
    client.on('data', (bytes) => onSent(bytes, line));
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const { port } = relay.address() as AddressInfo;
  return {
    port,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => relay.close(resolve));
    },
  };
}

/** The address of a database with another port. */
export function at(url: string, port: number): string {
  const there = new URL(url);
  there.port = String(port);
  return there.href;
}

export const portOf = (url: string): number => Number(new URL(url).port);
