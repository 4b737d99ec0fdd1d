import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { guardRequests } from '../../src/http/guard-requests';
import { ignoreOtherUpgrades } from '../../src/http/ignore-other-upgrades';
import { refuseCodings } from '../../src/http/refuse-codings';
import { takeInTurn } from '../../src/http/take-in-turn';
import { openGuarded } from './open-guarded';

const OFFER = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n';
const LAST = 'GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
const bodies: string[] = [];

const open = () =>
  openGuarded((http) => {
    guardRequests(http, (request, _response, pass) => {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        bodies.push(body);
        setTimeout(pass, 5);
      });
    });
    takeInTurn(http);
    http.on('upgrade', (_request: IncomingMessage, socket: Duplex) => socket.end('HTTP/1.1 101 Yes\r\n\r\n'));
    ignoreOtherUpgrades(http);
  });

const paths = (heard: string) => [...heard.matchAll(/\r\n\r\n(\/[a-z0-9]+)/g)].map(([, path]) => path);

test('who offers HTTP/2 is answered over HTTP/1.1, with or without a body, in order with what stands around it', async () => {
  const { write, close } = await open();
  const plain = 'GET /before HTTP/1.1\r\nHost: x\r\n\r\n';
  const get = `GET /offer HTTP/1.1\r\nHost: x\r\n${OFFER}\r\n`;
  const post = `POST /post HTTP/1.1\r\nHost: x\r\n${OFFER}Content-Length: 5\r\n\r\nhello`;
  const heard = await write(`${plain}${get}${post}${get}${LAST}`);
  close();
  expect(paths(heard)).toEqual(['/before', '/offer', '/post', '/offer', '/last']);
  expect(bodies).toContain('hello');
  expect(heard).not.toContain('101');
});

test('a body that comes later than its head is read all the same', async () => {
  const { port, close } = await open();
  const { connect } = await import('node:net');
  const heard = await new Promise<string>((resolve) => {
    let all = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`POST /late HTTP/1.1\r\nHost: x\r\n${OFFER}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n`),
    );
    setTimeout(() => socket.write(`3\r\ndef\r\n0\r\n\r\n${LAST}`), 30);
    socket.on('data', (part) => (all += part));
    socket.on('close', () => resolve(all));
  });
  close();
  expect(paths(heard)).toEqual(['/late', '/last']);
  expect(bodies).toContain('abcdef');
});

test('a connection on which it is offered hundreds of times is like any other', async () => {
  const warned: Error[] = [];
  const note = (warning: Error) => void warned.push(warning);
  process.on('warning', note);
  const { write, close } = await open();
  const heard = await write(`${`GET /again HTTP/1.1\r\nHost: x\r\n${OFFER}\r\n`.repeat(50)}${LAST}`);
  close();
  process.off('warning', note);
  expect(paths(heard)).toHaveLength(51);
  expect(warned).toEqual([]);
});

test('a WebSocket is opened as ever', async () => {
  const { write, close } = await open();
  expect(await write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n\r\n')).toContain(
    '101',
  );
  close();
});

test('a body that is compressed on its way is refused, one in chunks is taken', async () => {
  const { write, close } = await openGuarded(refuseCodings);
  const post = (coding: string) =>
    write(
      `POST /post HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: ${coding}\r\n\r\n3\r\nabc\r\n0\r\n\r\n`,
    );
  expect(await post('Chunked')).toMatch(/^HTTP\/1\.1 200/);
  for (const coding of ['gzip, chunked', 'deflate, chunked', 'x, chunked'])
    expect(await post(coding)).toMatch(/^HTTP\/1\.1 415 .*UnsupportedMediaType/s);
  expect(await post('xchunked')).toMatch(/^HTTP\/1\.1 400/);
  close();
});
