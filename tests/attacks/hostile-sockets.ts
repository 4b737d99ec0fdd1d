/** What is sent with an upgrade and behind it, to the address of a stream, and what it is answered with first. */
export type HostileSocket = readonly [
  what: string,
  bytes: (target: string) => readonly (string | Buffer)[],
  status?: number,
];

type Headers = Readonly<Record<string, string | undefined>>;

function upgrade(target: string, changes: Headers = {}, method = 'GET'): string {
  const headers: Headers = {
    host: 'bot.example',
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...changes,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}\r\n`,
  );
  return `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A frame of a client: flags and kind, length as said, masked unless told. */
function frame(
  first: number,
  content: Buffer | string,
  { isMasked = true, length = Buffer.byteLength(content) } = {},
): Buffer {
  const mask = isMasked ? 0x80 : 0;
  const size =
    length < 126
      ? Buffer.from([mask | length])
      : length < 65_536
        ? Buffer.from([mask | 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([mask | 127]), bigEndian(length)]);
  // Masked with zeros the content is as it was.
  return Buffer.concat([Buffer.from([first]), size, Buffer.alloc(isMasked ? 4 : 0), Buffer.from(content)]);
}

function bigEndian(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}

const [TEXT, BINARY, CLOSE, PING, PONG, MORE] = [0x81, 0x82, 0x88, 0x89, 0x8a, 0x01];
const another = (target: string, from: RegExp, to: string) => target.replace(from, to);

export const HOSTILE_SOCKETS: readonly HostileSocket[] = [
  ['no key', (to) => [upgrade(to, { 'sec-websocket-key': undefined })], 400],
  ['a key that is too short', (to) => [upgrade(to, { 'sec-websocket-key': 'x' })], 400],
  ['a key that is too long', (to) => [upgrade(to, { 'sec-websocket-key': 'x'.repeat(9000) })], 400],
  ['a version of the past', (to) => [upgrade(to, { 'sec-websocket-version': '7' })], 400],
  ['a version that is none', (to) => [upgrade(to, { 'sec-websocket-version': 'x' })], 400],
  ['another protocol', (to) => [upgrade(to, { upgrade: 'telnet' })], 401],
  ['another method', (to) => [upgrade(to, {}, 'POST')]],
  ['a sub-protocol of signs', (to) => [upgrade(to, { 'sec-websocket-protocol': ',,,' })], 400],
  ['extensions of signs', (to) => [upgrade(to, { 'sec-websocket-extensions': ';;;=' })]],
  [
    'a compression with a window beyond all',
    (to) => [upgrade(to, { 'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits=99' })],
  ],
  ['the wrong address', () => [upgrade('/v3/directline/nothing')], 404],
  ['the address of a page', () => [upgrade('/')], 404],
  ['an address that is none', () => [upgrade('//%')], 404],
  ['another’s conversation', (to) => [upgrade(another(to, /conversations\/[^/]+/, 'conversations/AAAA'))], 403],
  ['a name with slashes', (to) => [upgrade(another(to, /conversations\/[^/]+/, 'conversations/..%2f..'))], 403],
  ['a name that is no text', (to) => [upgrade(another(to, /conversations\/[^/]+/, 'conversations/%ff'))], 403],
  ['no token', (to) => [upgrade(another(to, /&t=.*/, ''))], 403],
  ['a token of signs', (to) => [upgrade(another(to, /&t=.*/, '&t=..%00..'))], 403],
  ['a token of 8 kB', (to) => [upgrade(another(to, /&t=.*/, `&t=${'a'.repeat(8000)}`))], 403],
  ['a page of another site', (to) => [upgrade(to, { origin: 'https://evil.example' })], 403],
  [
    'a host that is its own witness',
    (to) => [upgrade(to, { origin: 'https://evil.example', host: 'evil.example' })],
    403,
  ],
  ['a watermark of signs', (to) => [upgrade(another(to, /watermark=\d*/, 'watermark=%00x'))], 101],
  [
    'a watermark beyond all numbers',
    (to) => [upgrade(another(to, /watermark=\d*/, `watermark=${'9'.repeat(400)}`))],
    101,
  ],
  ['a frame of 5 kB', (to) => [upgrade(to), frame(TEXT, 'x'.repeat(5000))], 101],
  ['a frame that says that it is 2 GB', (to) => [upgrade(to), frame(BINARY, 'x', { length: 2 ** 31 })], 101],
  ['a frame that says that it is larger than all', (to) => [upgrade(to), frame(BINARY, 'x', { length: 2 ** 52 })], 101],
  ['a frame without its mask', (to) => [upgrade(to), frame(TEXT, 'x', { isMasked: false })], 101],
  ['a frame with reserved bits', (to) => [upgrade(to), frame(0xf1, 'x')], 101],
  ['a compressed frame that nobody agreed on', (to) => [upgrade(to), frame(0xc1, 'x')], 101],
  ['a frame of a kind that does not exist', (to) => [upgrade(to), frame(0x83, 'x')], 101],
  ['the end of a frame that never began', (to) => [upgrade(to), frame(0x80, 'x')], 101],
  ['a ping in pieces', (to) => [upgrade(to), frame(0x09, 'x')], 101],
  ['a ping of 200 bytes', (to) => [upgrade(to), frame(PING, 'x'.repeat(200))], 101],
  ['a thousand pings', (to) => [upgrade(to), ...Array.from({ length: 1000 }, () => frame(PING, 'x'))], 101],
  ['pongs that nobody asked for', (to) => [upgrade(to), ...Array.from({ length: 500 }, () => frame(PONG, ''))], 101],
  [
    'a message in ten thousand pieces',
    (to) => [upgrade(to), ...Array.from({ length: 10_000 }, (_, i) => frame(i === 0 ? MORE : 0, 'x'))],
    101,
  ],
  ['a message that is never over', (to) => [upgrade(to), frame(MORE, 'x'), frame(0, 'x')], 101],
  ['a text that is no UTF-8', (to) => [upgrade(to), frame(TEXT, Buffer.from([0xff, 0xfe]))], 101],
  ['a farewell without a reason', (to) => [upgrade(to), frame(CLOSE, Buffer.from([0]))], 101],
  ['a farewell with a number that is none', (to) => [upgrade(to), frame(CLOSE, Buffer.from([0, 1]))], 101],
  ['a frame that breaks off', (to) => [upgrade(to), Buffer.from([TEXT, 0xfe, 0x10])], 101],
  ['HTTP after the handshake', (to) => [upgrade(to), 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'], 101],
  ['frames before the handshake', () => [frame(TEXT, 'x')], 400],
];
