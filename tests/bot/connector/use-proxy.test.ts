import { createServer, type Server } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { fetch as fetchOfUndici } from 'undici';
import { useProxy } from '../../../src/bot/connector/use-proxy';

/** Lets nobody through, and remembers who was asked for. */
let proxy: Server;
let asked: string[];
let address: string;
beforeEach(async () => {
  asked = [];
  proxy = createServer();
  proxy.on('connect', ({ url }, socket) => {
    asked.push(url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterEach(() => void proxy.close());

/** Node's own `fetch` takes the dispatcher of the global object, of which a test has one to itself. */
const fetchLikeNode = (url: string) => fetchOfUndici(url).catch(() => {});

const viaHttps = (url: string) =>
  new Promise<void>((resolve) => https.get(url, () => resolve()).on('error', () => resolve()));

test('the keys that prove a sender are asked for through the proxy, and directly again when it is no longer used', async () => {
  const before = https.globalAgent;
  const stop = useProxy({ address, except: '' });
  await viaHttps('https://login.botframework.com/v1/.well-known/openidconfiguration');
  stop();
  expect(asked).toEqual(['login.botframework.com:443']);
  expect(https.globalAgent).toBe(before);
});

test('so are tokens, which are asked for by fetch', async () => {
  const stop = useProxy({ address, except: '' });
  await fetchLikeNode('https://login.microsoftonline.com/tenant');
  stop();
  expect(asked).toEqual(['login.microsoftonline.com:443']);
});

test.each(['localhost', '.localhost,a.example', '*'])('hosts of NO_PROXY (%s) are called directly', async (except) => {
  const stop = useProxy({ address, except });
  await viaHttps('https://localhost:9');
  await fetchLikeNode('https://localhost:9');
  stop();
  expect(asked).toEqual([]);
});
