import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export interface Guarded {
  readonly port: number;
  /** The status and the words that a GET is answered with. */
  get(headers: Readonly<Record<string, string>>, path?: string): Promise<readonly [number, string]>;
  /** Writes bytes, and resolves with what came back once the line is closed. */
  write(bytes: string): Promise<string>;
  close(): void;
}

/** A server that answers with the path that was asked for, behind guards. */
export async function openGuarded(guard: (http: Server) => void): Promise<Guarded> {
  const http = createServer(({ url }, response) => void response.end(url));
  guard(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  // Listening on a port, a server has this kind of address.
  const { port } = http.address() as AddressInfo;
  return {
    port,
    get: (headers, path = '/') =>
      new Promise((resolve, reject) => {
        const asked = request({ port, host: '127.0.0.1', path, headers, agent: false }, (response) => {
          let text = '';
          response.on('data', (part) => (text += part));
          response.on('end', () => resolve([response.statusCode ?? 0, text]));
        });
        asked.on('error', reject).end();
      }),
    write: (bytes) =>
      new Promise((resolve) => {
        let heard = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
        socket.on('data', (part) => (heard += part));
        socket.on('error', () => {});
        socket.on('close', () => resolve(heard));
      }),
    close: () => {
      http.close();
      http.closeAllConnections();
    },
  };
}
