import type { IncomingMessage, ServerResponse } from 'node:http';
import { guardRequests } from '../../src/http/guard-requests';
import { takeInTurn } from '../../src/http/take-in-turn';
import { openGuarded } from './open-guarded';

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
const LAST = 'Connection: close\r\n';

test('requests that come in one packet are answered in order, one at a time', async () => {
  let [open, most] = [0, 0];
  const slowly = (_request: IncomingMessage, response: ServerResponse, pass: () => void) => {
    most = Math.max(most, ++open);
    response.once('close', () => open--);
    setTimeout(pass, 2);
  };
  const { write, close } = await openGuarded((http) => {
    guardRequests(http, slowly);
    takeInTurn(http);
  });
  const paths = Array.from({ length: 30 }, (_, at) => `/${at}`);
  const heard = await write(paths.map((path, at) => get(path, at === 29 ? LAST : '')).join(''));
  close();
  expect([...heard.matchAll(/\r\n\r\n(\/\d+)/g)].map(([, path]) => path)).toEqual(paths);
  expect(most).toBe(1);
});

test('who asks on another connection does not wait for all of them', async () => {
  const order: string[] = [];
  const {
    write,
    get: ask,
    close,
  } = await openGuarded((http) => {
    guardRequests(http, ({ url = '' }, _response, pass) => {
      order.push(url);
      setTimeout(pass, 20);
    });
    takeInTurn(http);
  });
  const many = write(`${get('/many').repeat(30)}${get('/last', LAST)}`);
  await ask({}, '/other');
  await many;
  close();
  expect(order.indexOf('/other')).toBeLessThan(order.indexOf('/last'));
});

test('a body that comes after its head is read, also behind another request', async () => {
  const { write, close } = await openGuarded(takeInTurn);
  const body = 'x'.repeat(200_000);
  const post = `POST /second HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const heard = await write(`${get('/first')}${post}${get('/third', LAST)}`);
  close();
  expect([...heard.matchAll(/\r\n\r\n(\/[a-z]+)/g)].map(([, path]) => path)).toEqual(['/first', '/second', '/third']);
});

test('a connection that sends too many ahead is closed', async () => {
  const { write, get: ask, close } = await openGuarded(takeInTurn);
  const heard = await write(get('/').repeat(3000));
  expect((heard.match(/HTTP\/1\.1 200/g) ?? []).length).toBeLessThan(3000);
  expect(await ask({})).toEqual([200, '/']);
  close();
});
