// A small load balancer in a process of its own: each request and each socket goes to the next server, whoever had the one
// before; one that cannot be reached is passed over. `node proxy.mjs PORT TARGET_PORT…`
import { Agent, createServer, request } from 'node:http';
import { connect } from 'node:net';

const [port, ...targets] = process.argv.slice(2).map(Number);
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
let turn = 0;
/** All of them, beginning with the one whose turn it is. */
const inOrder = () => {
  const first = turn++ % targets.length;
  return [...targets.slice(first), ...targets.slice(0, first)];
};

async function bodyOf(incoming) {
  const parts = [];
  for await (const part of incoming) parts.push(part);
  return Buffer.concat(parts);
}

/** Rejects when the server takes no connection; what breaks later is a broken line, and for the customer to try again. */
const passOn = (incoming, body, target, outgoing) =>
  new Promise((resolve, reject) => {
    const { method, url: path, headers } = incoming;
    const passed = request({ agent, port: target, host: '127.0.0.1', method, path, headers });
    passed.on('error', (error) => {
      if (error.code === 'ECONNREFUSED') reject(error);
      else {
        outgoing.destroy();
        resolve();
      }
    });
    passed.on('response', (response) => {
      outgoing.writeHead(response.statusCode, response.headers);
      response.pipe(outgoing);
      response.on('error', () => outgoing.destroy());
      response.on('close', resolve);
    });
    passed.end(body);
  });

const server = createServer(async (incoming, outgoing) => {
  outgoing.on('error', () => {});
  const body = await bodyOf(incoming).catch(() => undefined);
  if (body === undefined) return outgoing.destroy();
  for (const target of inOrder()) {
    try {
      return await passOn(incoming, body, target, outgoing);
    } catch {
      // The next one.
    }
  }
  outgoing.writeHead(502).end();
});

server.on('upgrade', (incoming, socket, head) => {
  const [target] = inOrder();
  const lines = incoming.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 ? [`${name}: ${all[i + 1]}`] : []));
  const passed = connect(target, '127.0.0.1', () => {
    passed.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    passed.write(head);
    socket.pipe(passed).pipe(socket);
  });
  for (const [one, other] of [
    [socket, passed],
    [passed, socket],
  ]) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
});
server.listen(port, '127.0.0.1');
