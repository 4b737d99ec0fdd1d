import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { readRequest } from '../../../src/bot/website/read-request';
import { openOrigins } from '../../../src/channels/web/origins';

const own = 'https://bot.example';
const origins = openOrigins(['https://shop.example'], own, false);
const call = (headers: Readonly<Record<string, string>>, { proxies = 0, publicUrl = own, production = false } = {}) => {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: '10.0.0.1' });
  const request = Object.assign(new IncomingMessage(socket), { headers, method: 'GET' });
  return readRequest(request, new URL('http://x/'), { proxies, publicUrl, production }, origins);
};

test.each([
  ['without a proxy what the list says is nobody’s word', 0, '1.1.1.1', '10.0.0.1'],
  ['one proxy names the caller last', 1, '6.6.6.6, 1.1.1.1', '1.1.1.1'],
  ['two proxies', 2, '6.6.6.6, 1.1.1.1, 10.0.0.2', '1.1.1.1'],
  ['fewer proxies than set', 3, '1.1.1.1', '1.1.1.1'],
  ['no list at all', 1, '', '10.0.0.1'],
])('the caller’s address: %s', (_, proxies, list, address) => {
  expect(call({ 'x-forwarded-for': list }, { proxies }).address).toBe(address);
});

test.each([
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2:bbbb::9', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:192.0.2.1', '192.0.2.1', true],
])('%s and %s are one caller: %s', (one, another, isOne) => {
  const from = (address: string) => call({ 'x-forwarded-for': address }, { proxies: 1 }).address;
  expect(from(one) === from(another)).toBe(isOne);
});

test('sockets are reached at the public address, in development at the one that was called', () => {
  expect(call({ host: 'inside:3978' }).socketBase).toBe('wss://bot.example');
  const publicUrl = 'http://localhost:3978';
  expect(call({ host: '127.0.0.1:5000' }, { publicUrl }).socketBase).toBe('ws://127.0.0.1:5000');
  expect(call({ host: 'evil.example' }, { publicUrl }).socketBase).toBe('ws://localhost:3978');
  expect(call({ host: '127.0.0.1:5000' }, { publicUrl, production: true }).socketBase).toBe('ws://localhost:3978');
  expect(call({ host: 'x"; script-src *' }, { publicUrl }).socketBase).toBe('ws://localhost:3978');
});

test.each([
  ['https://bot.example', true],
  ['https://shop.example', true],
  ['https://shop.example.evil.org', false],
  ['http://shop.example', false],
  ['null', false],
])('a page of %s is trusted: %s', (origin, isTrusted) => {
  expect(call({ origin, host: 'inside:3978' }).isTrustedOrigin).toBe(isTrusted);
});

test.each([
  ['https://evil.example', 'evil.example', true, false],
  ['https://evil.example', 'evil.example', false, false],
  ['http://localhost:3978', 'localhost:3978', true, false],
  ['http://localhost:3978', 'localhost:3978', false, true],
  ['http://127.0.0.1:5000', '127.0.0.1:5000', false, true],
  ['http://localhost:5173', 'localhost:3978', false, false],
])(
  '%s is no witness for itself at %s, but for this machine in development: production %s, trusted %s',
  (origin, host, production, isTrusted) => {
    expect(openOrigins([], own, !production).isTrusted(origin, host)).toBe(isTrusted);
  },
);
