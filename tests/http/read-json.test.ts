import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { BodyError } from '../../src/http/body-error';
import { readJson } from '../../src/http/read-json';

const LIMITS = { largest: 1000, longestMs: 10_000 };
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const read = (
  body: string | Buffer | Readable,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
  limits = LIMITS,
) => {
  const stream = body instanceof Readable ? body : Readable.from(body.length > 0 ? [Buffer.from(body)] : []);
  return readJson(Object.assign(stream, { headers }), limits);
};
const refused = (reading: Promise<unknown>) =>
  reading.then(
    () => 'taken',
    (error: unknown) => (error instanceof BodyError ? error.status : error),
  );

test.each([
  ['an object', '{"a":[1,"é"]}', JSON_TYPE, { a: [1, 'é'] }],
  ['no charset', '{}', { 'content-type': 'Application/JSON' }, {}],
  ['a charset in quotes', '{}', { 'content-type': 'application/json; charset="UTF-8"' }, {}],
  ['a byte order mark', '\uFEFF{"a":1}', JSON_TYPE, { a: 1 }],
  ['a coding that changes nothing', '{}', { ...JSON_TYPE, 'content-encoding': 'identity' }, {}],
  ['an empty body', '', JSON_TYPE, undefined],
  ['an empty body without a type', '', {}, undefined],
  ['brackets in a text', `{"a":"${'[{'.repeat(200)}\\""}`, JSON_TYPE, { a: `${'[{'.repeat(200)}"` }],
])('takes %s', async (_, body, headers, value) => {
  expect(await read(body, headers as Readonly<Record<string, string>>)).toEqual(value);
});

test.each([
  ['no type', '{}', {}, 415],
  ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['an empty form', '', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['text', '{}', { 'content-type': 'text/plain' }, 415],
  ['another charset', '{}', { 'content-type': 'application/json; charset=utf-16' }, 415],
  ['a type that is none', '{}', { 'content-type': 'json' }, 415],
  ['gzip', gzipSync('{}'), { ...JSON_TYPE, 'content-encoding': 'gzip' }, 415],
  ['too much', `"${'x'.repeat(1000)}"`, JSON_TYPE, 413],
  ['much too much', `"${'x'.repeat(20_000)}"`, JSON_TYPE, 413],
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), JSON_TYPE, 400],
  ['JSON that breaks off', '{"a"', JSON_TYPE, 400],
  ['brackets in brackets', `${'['.repeat(65)}${']'.repeat(65)}`, JSON_TYPE, 400],
])('refuses %s', async (_, body, headers, status) => {
  expect(await refused(read(body, headers as Readonly<Record<string, string>>))).toBe(status);
});

test('keys of a prototype are left out, wherever they stand', async () => {
  const value = await read('{"a":{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"b":1},"\\u005f_proto__":2}');
  expect(JSON.stringify(value)).toBe('{"a":{"b":1}}');
  expect(Object.assign({}, value)).not.toHaveProperty('x');
});

test('a body that does not go on is cut off, and one that breaks off is refused', async () => {
  const silent = new Readable({ read() {} });
  expect(await refused(read(silent, JSON_TYPE, { ...LIMITS, longestMs: 1 }))).toBe(408);
  const broken = new Readable({ read() {} });
  const reading = refused(read(broken));
  broken.destroy();
  expect(await reading).toBe(400);
});

test('who sends too much still hears why', async () => {
  const server = createServer((request, response) => {
    void refused(readJson(request, LIMITS)).then((status) => {
      response.statusCode = Number(status);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const body = 'x'.repeat(10_000);
  const { status } = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers: JSON_TYPE, body });
  expect(status).toBe(413);
  server.closeAllConnections();
  server.close();
});
