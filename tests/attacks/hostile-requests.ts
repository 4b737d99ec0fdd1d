import { createHmac } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { OWN } from './built-server';

/** What an attack may know: a token of its own and the conversation that it opens. */
export interface Holder {
  readonly token: string;
  readonly conversation: string;
}

export type Bytes = readonly (string | Buffer)[];
/** A status, one of several, or nothing: anything under 500, or no answer at all. */
export type Expected = number | readonly number[] | undefined;
/** What is sent, and what it is answered with first. */
export type Hostile = readonly [what: string, bytes: (holder: Holder) => Bytes, status?: Expected];

type Headers = Readonly<Record<string, string>>;
const JSON_TYPE = { 'content-type': 'application/json' };

let callers = 0;
/** A request as it goes over the wire; each from an address of its own, so that no limit hides what lies behind it. */
function request(method: string, target: string, headers: Headers = {}, body: string | Buffer = ''): Bytes {
  const own: Headers = { host: 'bot.example', 'x-forwarded-for': `10.${(callers >> 8) & 255}.${callers++ & 255}.1` };
  const length: Headers = body.length > 0 ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const lines = Object.entries({ ...own, ...length, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return [`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, body];
}
const get = (target: string, headers?: Headers) => request('GET', target, headers);
const message = (headers: Headers, body: string | Buffer = '') => request('POST', '/api/messages', headers, body);
const json = (body: string | Buffer) => message(JSON_TYPE, body);
const chunked = (...parts: readonly (string | Buffer)[]) =>
  Buffer.concat(
    [...parts, ''].flatMap((part) => [
      Buffer.from(`${Buffer.byteLength(part).toString(16)}\r\n`),
      Buffer.from(part),
      Buffer.from('\r\n'),
    ]),
  );
const activity = (more: object = {}) =>
  JSON.stringify({
    type: 'message',
    id: '1',
    text: 'bonjour',
    channelId: 'msteams',
    serviceUrl: 'https://smba.example/',
    from: { id: 'a' },
    recipient: { id: 'b' },
    conversation: { id: 'c' },
    ...more,
  });
const signed = (headers: Headers) => message({ ...JSON_TYPE, ...headers }, activity());
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const jwtOf = (header: object, claims: object, signature = 'AAAA') =>
  `${encoded(header)}.${encoded(claims)}.${signature}`;
const hmac = (header: object, claims: object, key: string) => {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
};
const raw = (text: string) => () => [text.replaceAll('\n', '\r\n')];

const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const deep = (open: string, times: number) => open.repeat(times);
const proto = '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},';

/** Bodies that no JSON reader should be stopped by, at the door of Bot Framework. */
const BODIES: readonly Hostile[] = [
  ['gzip that is none', () => message({ ...JSON_TYPE, 'content-encoding': 'gzip' }, 'not gzip at all'), 415],
  [
    'gzip that breaks off',
    () => message({ ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(activity()).subarray(0, 20)),
    415,
  ],
  [
    'gzip without a byte, in chunks',
    () =>
      message({ ...JSON_TYPE, 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' }, '0\r\n\r\n').map((p) => p),
    [400, 415],
  ],
  [
    'gzip, in chunks',
    () => [
      ...request('POST', '/api/messages', { ...JSON_TYPE, 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' }),
      '0\r\n\r\n',
    ],
    415,
  ],
  ['a gzip bomb', () => message({ ...JSON_TYPE, 'content-encoding': 'gzip' }, BOMB), 415],
  ['deflate', () => message({ ...JSON_TYPE, 'content-encoding': 'deflate' }, deflateSync('{}')), 415],
  ['brotli that is none', () => message({ ...JSON_TYPE, 'content-encoding': 'br' }, 'x'), 415],
  ['two codings', () => message({ ...JSON_TYPE, 'content-encoding': 'gzip, gzip' }, 'x'), 415],
  ['a coding in capitals', () => message({ ...JSON_TYPE, 'content-encoding': 'GZIP' }, 'x'), 415],
  ['a coding that nobody knows', () => message({ ...JSON_TYPE, 'content-encoding': '../../etc' }, 'x'), 415],
  ['a table', () => message({ 'content-type': 'text/csv', 'x-content-columns': 'a' }, 'a,b\n"x'), 415],
  ['a table without columns', () => message({ 'content-type': 'text/csv' }, 'a,b\n"x'), 415],
  ['a table with tabs', () => message({ 'content-type': 'text/tsv', 'x-content-columns': 'a' }, 'a\tb\n"'), 415],
  [
    'a table with tabs, of IANA’s name',
    () => message({ 'content-type': 'text/tab-separated-values', 'x-content-columns': 'a' }, '"'),
    415,
  ],
  ['a form', () => message({ 'content-type': 'application/x-www-form-urlencoded' }, 'type=message&text=hi'), 415],
  [
    'a form with a thousand levels',
    () => message({ 'content-type': 'application/x-www-form-urlencoded' }, `a${'[b]'.repeat(1000)}=1`),
    415,
  ],
  [
    'a file of 5 MB in a form',
    () =>
      message(
        { 'content-type': 'multipart/form-data; boundary=x' },
        `--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n${'y'.repeat(5_000_000)}\r\n--x--\r\n`,
      ),
    [413, 415],
  ],
  [
    'a small file in a form',
    () =>
      message(
        { 'content-type': 'multipart/form-data; boundary=x' },
        '--x\r\nContent-Disposition: form-data; name="f"; filename="../../f"\r\n\r\ny\r\n--x--\r\n',
      ),
    415,
  ],
  ['a form without a boundary', () => message({ 'content-type': 'multipart/form-data' }, '--x'), 415],
  [
    'a part of a form that never ends',
    () =>
      message(
        { 'content-type': 'multipart/form-data; boundary=x' },
        '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n',
      ),
    415,
  ],
  ['plain text', () => message({ 'content-type': 'text/plain' }, activity()), 415],
  ['bytes', () => message({ 'content-type': 'application/octet-stream' }, activity()), 415],
  [
    'XML with an entity',
    () =>
      message(
        { 'content-type': 'application/xml' },
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      ),
    415,
  ],
  ['no type', () => message({}, activity()), 415],
  ['a type of nothing but signs', () => message({ 'content-type': ';;;=,,' }, activity()), 415],
  ['a type that is almost JSON', () => message({ 'content-type': 'application/json-patch+json' }, activity()), 415],
  [
    'JSON in UTF-16',
    () => message({ 'content-type': 'application/json; charset=utf-16' }, Buffer.from(activity(), 'utf16le')),
    415,
  ],
  ['JSON in UTF-7', () => message({ 'content-type': 'application/json; charset=utf-7' }, activity()), 415],
  [
    'a charset with spaces',
    () => message({ 'content-type': `application/json;${' '.repeat(8000)}charset=utf-8x` }, activity()),
    415,
  ],
  ['nothing', () => json(''), 400],
  ['spaces', () => json('   \n\t '), 400],
  ['JSON that breaks off', () => json('{"type": "mess'), 400],
  ['JSON with a tail', () => json('{} {}'), 400],
  ['a number with a thousand digits', () => json('9'.repeat(1000)), 400],
  ['a number beyond all numbers', () => json(activity().replace('"bonjour"', '1e999')), 400],
  ['minus nothing', () => json('-'), 400],
  ['NaN', () => json('NaN'), 400],
  ['null', () => json('null'), 400],
  ['true', () => json('true'), 400],
  ['a text', () => json('"x"'), 400],
  ['an empty list', () => json('[]'), 400],
  ['brackets without end', () => json(deep('[', 250_000)), 400],
  ['braces without end', () => json(deep('{"a":', 50_000)), 400],
  ['a list in a list, closed', () => json(`${deep('[', 100_000)}${deep(']', 100_000)}`), 400],
  [
    'a deep value in an activity',
    () => json(activity({ value: 1 }).replace('"value":1', `"value":${deep('[', 90_000)}${deep(']', 90_000)}`)),
    400,
  ],
  ['a deep value in a key with brackets in its name', () => json(`{"[\\"{":${deep('[', 70)}${deep(']', 70)}}`), 400],
  ['bytes that are no UTF-8', () => json(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])), 400],
  ['UTF-8 that breaks off', () => json(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xe2, 0x82])])), 400],
  [
    'an overlong slash',
    () => json(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])),
    400,
  ],
  ['NUL bytes alone', () => json(Buffer.alloc(1000)), 400],
  ['a byte order mark in the middle', () => json(`${activity()}\uFEFF`), 400],
  ['300 kB', () => json(activity({ text: 'x'.repeat(300_000) })), 413],
  ['4 MB', () => json(activity({ text: 'x'.repeat(4_000_000) })), 413],
  [
    'more than its length says',
    () => [...request('POST', '/api/messages', { ...JSON_TYPE, 'content-length': '5' }), activity()],
    400,
  ],
  [
    'less than its length says',
    () => [...request('POST', '/api/messages', { ...JSON_TYPE, 'content-length': '50000' }), activity()],
  ],
  [
    'a length that is no number',
    () => [...request('POST', '/api/messages', { ...JSON_TYPE, 'content-length': 'x' }), 'x'],
    400,
  ],
  [
    'a length below nothing',
    () => [...request('POST', '/api/messages', { ...JSON_TYPE, 'content-length': '-1' }), 'x'],
    400,
  ],
  [
    'a length beyond all numbers',
    () => [...request('POST', '/api/messages', { ...JSON_TYPE, 'content-length': '99999999999999999999999' }), 'x'],
    400,
  ],
  [
    'a chunk whose size is no number',
    () => [...request('POST', '/api/messages', { ...JSON_TYPE, 'transfer-encoding': 'chunked' }), 'zz\r\n{}\r\n'],
    400,
  ],
  [
    'a chunk with an endless extension',
    () => [
      ...request('POST', '/api/messages', { ...JSON_TYPE, 'transfer-encoding': 'chunked' }),
      `2;${'x'.repeat(40_000)}\r\n{}\r\n0\r\n\r\n`,
    ],
    [400, 413],
  ],
  [
    'a thousand chunks of one byte',
    () => [
      ...request('POST', '/api/messages', { ...JSON_TYPE, 'transfer-encoding': 'chunked' }),
      chunked(...'x'.repeat(1000)),
    ],
    400,
  ],
  [
    'trailers without end',
    () => [
      ...request('POST', '/api/messages', { ...JSON_TYPE, 'transfer-encoding': 'chunked' }),
      `2\r\n{}\r\n0\r\n${'a: b\r\n'.repeat(5000)}\r\n`,
    ],
  ],
];

/** Activities without a word of anybody that vouches for them: closed door or 401, malformed 400 or the same. */
const REFUSED = [400, 401, 403, 404];
const types = [
  'message',
  'invoke',
  'event',
  'conversationUpdate',
  'installationUpdate',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'typing',
  'endOfConversation',
  'contactRelationUpdate',
  'trace',
  'handoff',
  'command',
  'commandResult',
  'suggestion',
  'delay',
  'deleteUserData',
  '__proto__',
  'toString',
  'constructor',
];
const ACTIVITIES: readonly Hostile[] = [
  ...types.map(
    (type): Hostile => [
      `an activity of the type ${type}, of nobody`,
      () => json(activity({ type, name: {}, value: [] })),
      REFUSED,
    ],
  ),
  ['an activity with keys of a prototype', () => json(proto + activity().slice(1)), REFUSED],
  [
    'an activity with NUL in every name',
    () => json(activity({ conversation: { id: 'a\0b' }, from: { id: '\0' } })),
    REFUSED,
  ],
  ['lone surrogates', () => json(activity().replace('bonjour', '\\ud800 \\udfff')), REFUSED],
  ['a byte order mark before it', () => json(`\uFEFF${activity()}`), REFUSED],
  [
    'members without end',
    () =>
      json(
        activity({
          type: 'conversationUpdate',
          membersAdded: Array.from({ length: 9000 }, (_, i) => ({ id: `${i}` })),
        }),
      ),
    REFUSED,
  ],
  ['a list as text', () => json(activity({ text: ['a'] })), REFUSED],
  ['a conversation that is a list', () => json(activity({ conversation: [] })), REFUSED],
  ['the website’s channel', () => json(activity({ channelId: 'directline' })), REFUSED],
  ['the website’s channel in capitals', () => json(activity({ channelId: 'DirectLine' })), REFUSED],
  ['the website’s channel with spaces', () => json(activity({ channelId: ' directline ' })), REFUSED],
  ['a channel with a bar in it', () => json(activity({ channelId: 'directline|x' })), REFUSED],
  ['the service address of this process', () => json(activity({ serviceUrl: 'urn:passerelle:local' })), REFUSED],
  ['a service on the inside', () => json(activity({ serviceUrl: 'http://169.254.169.254/' })), REFUSED],
  ['a service that is a file', () => json(activity({ serviceUrl: 'file:///etc/passwd' })), REFUSED],
];

const now = Math.floor(Date.now() / 1000);
const claims = {
  iss: 'https://api.botframework.com',
  aud: '11111111-2222-3333-4444-555555555555',
  exp: now + 3600,
  serviceurl: 'https://smba.example/',
};
/** Words of somebody who vouches for nobody. */
const PROOFS: readonly Hostile[] = [
  [
    'no algorithm',
    () => signed({ authorization: `Bearer ${jwtOf({ alg: 'none', kid: 'k1' }, claims, '')}` }),
    [401, 404],
  ],
  [
    'a shared secret instead of a key',
    () => signed({ authorization: `Bearer ${hmac({ alg: 'HS256', kid: 'k1' }, claims, 'k1')}` }),
    [401, 404],
  ],
  [
    'a signature that is none',
    () => signed({ authorization: `Bearer ${jwtOf({ alg: 'RS256', kid: 'k1' }, claims)}` }),
    [401, 404],
  ],
  [
    'a key that nobody has',
    () => signed({ authorization: `Bearer ${jwtOf({ alg: 'RS256', kid: '../../x' }, claims)}` }),
    [401, 404],
  ],
  [
    'an expired proof',
    () => signed({ authorization: `Bearer ${jwtOf({ alg: 'RS256', kid: 'k1' }, { ...claims, exp: 1 })}` }),
    [401, 404],
  ],
  [
    'an emulator’s issuer',
    () =>
      signed({
        authorization: `Bearer ${jwtOf({ alg: 'RS256', kid: 'k1' }, { ...claims, iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: claims.aud })}`,
      }),
    [401, 404],
  ],
  [
    'a skill’s audience',
    () =>
      signed({
        authorization: `Bearer ${jwtOf({ alg: 'RS256', kid: 'k1' }, { ...claims, ver: '2.0', azp: 'x', iss: 'https://login.microsoftonline.com/x/v2.0' })}`,
      }),
    [401, 404],
  ],
  ['a part of a proof', () => signed({ authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJ' }), [401, 404]],
  ['a proof whose head is no JSON', () => signed({ authorization: 'Bearer AAAA.BBBB.CCCC' }), [401, 404]],
  [
    'a proof of null',
    () =>
      signed({
        authorization: `Bearer ${Buffer.from('null').toString('base64url')}.${Buffer.from('null').toString('base64url')}.x`,
      }),
    [401, 404],
  ],
  [
    'a proof of 12 kB',
    () => signed({ authorization: `Bearer ${jwtOf({ alg: 'RS256', kid: 'k1' }, { ...claims, x: 'y'.repeat(8000) })}` }),
    [401, 404],
  ],
  ['nothing but dots', () => signed({ authorization: `Bearer ${'.'.repeat(5000)}` }), [401, 404]],
  ['a name and a password', () => signed({ authorization: 'Basic YTpi' }), [401, 404]],
  ['a scheme alone', () => signed({ authorization: 'Bearer' }), [401, 404]],
  ['spaces instead of a proof', () => signed({ authorization: `Bearer${' '.repeat(10_000)}x` }), [401, 404]],
];

const known: readonly (readonly [string, string])[] = [
  ['/api/messages', 'POST'],
  ['/healthz', 'GET, HEAD'],
  ['/readyz', 'GET, HEAD'],
  ['/reports/x', 'GET, HEAD'],
  ['/', 'GET, HEAD'],
  ['/widget.js', 'GET, HEAD'],
  ['/widget/chat', 'GET, HEAD'],
  ['/widget/config', 'GET, HEAD'],
  ['/widget/token', 'POST'],
  ['/articles/fr/triggers', 'GET, HEAD'],
  ['/api/suggest', 'GET, HEAD'],
  ['/v3/directline/conversations', 'POST'],
  ['/v3/directline/tokens/generate', 'POST'],
  ['/v3/directline/conversations/x/activities', 'GET, POST'],
];
const METHODS: readonly Hostile[] = [
  ...known.map(([path]): Hostile => [`DELETE ${path}`, () => request('DELETE', path, JSON_TYPE, '{}'), 405]),
  ...known.slice(0, 6).map(([path]): Hostile => [`TRACE ${path}`, () => request('TRACE', path), 405]),
  [
    'OPTIONS for the door of Bot Framework',
    () =>
      request('OPTIONS', '/api/messages', { origin: 'https://evil.example', 'access-control-request-method': 'POST' }),
    405,
  ],
  ['a method that does not exist', () => request('BREW', '/healthz'), 400],
  ['a method of ten thousand letters', () => request('G'.repeat(10_000), '/healthz'), 400],
  ['CONNECT', () => ['CONNECT 169.254.169.254:80 HTTP/1.1\r\nHost: 169.254.169.254\r\n\r\n']],
  ['HEAD with a body', () => request('HEAD', '/healthz', JSON_TYPE, '{}'), 200],
  ['GET with a body', () => request('GET', '/healthz', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 'x'), 200],
  [
    'another method in a header',
    () => request('POST', '/healthz', { 'x-http-method-override': 'GET', ...JSON_TYPE }, '{}'),
    405,
  ],
  [
    'a hundred preflights in one breath',
    () =>
      Array.from(
        { length: 100 },
        () => request('OPTIONS', '/widget/token', { origin: 'https://evil.example' })[0] ?? '',
      ),
    Array(100).fill(204),
  ],
];

const TARGETS: readonly Hostile[] = [
  '//',
  '///',
  '/%',
  '/%00',
  '/%2',
  '/%zz',
  '/..%2f..%2fetc/passwd',
  '/../../etc/passwd',
  '/widget/..%2f..%2fpackage.json',
  '/widget/%2e%2e/%2e%2e/package.json',
  '/articles/../../x',
  '/articles/fr/%00',
  '/articles/fr/constructor',
  '/articles/__proto__/x',
  '/reports/%',
  '/reports/%00',
  '/reports/../healthz',
  `/reports/${'a'.repeat(8000)}`,
  '/practice',
  '/practice/accounts/__proto__',
  '/?lng=__proto__',
  '/?lng=%00&q=%00',
  `/?q=${'%F0%9F%98%80'.repeat(600)}`,
  `/api/suggest?q=${'a%20'.repeat(2500)}`,
  '/api/suggest?q=%',
  '/api/suggest?q=%ff%fe',
  '/api/suggest?q=constructor&lng=toString',
  '/widget/config?lng=../../etc',
  '/widget/test?accent=%22%3E%3Cscript%3E',
  '/widget/chat?lng=%3Cscript%3E',
  '/v3/directline',
  '/v3/directline/',
  '/v3/directline/conversations/%',
  '/v3/directline/conversations/..%2f..%2f',
  '/healthz/',
  '//healthz',
  '/healthz%00',
  '/HEALTHZ',
  '/healthz?a[b]=c',
  '/healthz;x=1',
  '/\\healthz',
  '*',
  'healthz',
  'http://evil.example/healthz',
  'http://evil.example/api/messages',
  'http://[::1',
  'https://bot.example:99999/healthz',
  '/healthz#x',
  '/é',
  `/${'a/'.repeat(5000)}`,
].map(
  (target): Hostile => [
    `GET ${target.length > 60 ? `${target.slice(0, 40)}… (${target.length})` : target}`,
    () => get(target),
  ],
);

const HEADERS: readonly Hostile[] = [
  ['20 kB of headers', () => get('/healthz', { x: 'y'.repeat(20_000) }), 431],
  [
    'three thousand headers',
    () => get('/healthz', Object.fromEntries(Array.from({ length: 1900 }, (_, i) => [`h${i}`, '']))),
    [200, 431],
  ],
  ['a header without a name', raw('GET /healthz HTTP/1.1\nHost: x\n: y\n\n'), 400],
  ['a header with a space before the colon', raw('GET /healthz HTTP/1.1\nHost: x\nA : y\n\n'), 400],
  ['a header in two lines', raw('GET /healthz HTTP/1.1\nHost: x\nA: y\n z\n\n')],
  ['NUL in a header', () => get('/healthz', { a: 'x\0y' }), 400],
  ['no host', raw('GET /healthz HTTP/1.1\n\n'), 400],
  ['two hosts', raw('GET / HTTP/1.1\nHost: a\nHost: b\n\n'), 400],
  ['a host of signs', () => get('/widget/chat', { host: '"; script-src *; x' })],
  ['a host of another', () => get('/widget/chat', { host: 'evil.example' }), 200],
  ['HTTP/0.9', raw('GET /healthz\n')],
  ['HTTP/1.0', raw('GET /healthz HTTP/1.0\n\n'), 200],
  ['HTTP/2 without asking', () => ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], 400],
  ['HTTP/9.9', raw('GET /healthz HTTP/9.9\nHost: x\n\n'), 400],
  ['the beginning of TLS', () => [Buffer.from('16030100a5010000a10303', 'hex'), Buffer.alloc(160, 1)], 400],
  ['bytes by chance', () => [Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))], 400],
  ['empty lines', () => ['\r\n'.repeat(5000)]],
  [
    'a page of another site asks for a token',
    () => request('POST', '/widget/token', { ...JSON_TYPE, origin: 'https://evil.example' }, '{}'),
    403,
  ],
  [
    'a host that is its own witness',
    () =>
      request('POST', '/widget/token', { ...JSON_TYPE, host: 'evil.example', origin: 'https://evil.example' }, '{}'),
    403,
  ],
  [
    'this machine as witness',
    () => request('POST', '/widget/token', { ...JSON_TYPE, host: 'localhost', origin: 'http://localhost' }, '{}'),
    403,
  ],
  ['no page asks for a token', () => request('POST', '/widget/token', JSON_TYPE, '{}'), 403],
  ['a page that is null', () => request('POST', '/widget/token', { ...JSON_TYPE, origin: 'null' }, '{}'), 403],
  [
    'a page that is no address',
    () => request('POST', '/widget/token', { ...JSON_TYPE, origin: `https://${'a'.repeat(9000)}` }, '{}'),
    403,
  ],
  ['spaces as codings that it takes', () => get('/', { 'accept-encoding': `gzip,${' '.repeat(15_500)}x` }), 200],
  ['spaces as tags that it has', () => get('/', { 'if-none-match': `"a"${' '.repeat(15_500)},x` }), 200],
  ['five thousand languages', () => get('/', { 'accept-language': 'xx;q=0.1,'.repeat(1700) }), 200],
  ['languages of signs', () => get('/', { 'accept-language': `${'-'.repeat(15_000)}` }), 200],
  ['a range of bytes beyond all', () => get('/widget.js', { range: 'bytes=99999999999-' }), 200],
  ['a proxy’s list of signs', () => get('/', { 'x-forwarded-for': ',,, ,,%00,'.repeat(1000) }), 200],
  ['an expectation that nobody meets', () => get('/healthz', { expect: 'miracles' }), 417],
  [
    '“may I send?”, and then nothing',
    () => [request('POST', '/api/messages', { ...JSON_TYPE, expect: '100-continue', 'content-length': '10' })[0] ?? ''],
    100,
  ],
  [
    '“may I send?” 4 GB',
    () => [
      request('POST', '/api/messages', { ...JSON_TYPE, expect: '100-continue', 'content-length': '4294967296' })[0] ??
        '',
    ],
    100,
  ],
  [
    'a request to go on with HTTP/2',
    () =>
      get('/healthz', { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' }),
  ],
];

const SMUGGLED: readonly Hostile[] = [
  [
    'a length and chunks',
    raw(
      'POST /api/messages HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: 6\nTransfer-Encoding: chunked\n\n0\n\nGET /healthz HTTP/1.1\nHost: x\n\n',
    ),
    400,
  ],
  ['two lengths', raw('POST /api/messages HTTP/1.1\nHost: x\nContent-Length: 2\nContent-Length: 3\n\n{}x'), 400],
  ['chunks by another name', raw('POST /api/messages HTTP/1.1\nHost: x\nTransfer-Encoding: xchunked\n\n0\n\n'), 400],
  [
    'compressed chunks',
    raw('POST /api/messages HTTP/1.1\nHost: x\nTransfer-Encoding: gzip, chunked\n\n3\n{}x\n0\n\n'),
    415,
  ],
  [
    'chunks twice',
    raw('POST /api/messages HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\nTransfer-Encoding: identity\n\n0\n\n'),
    400,
  ],
  [
    'chunks behind a tab',
    raw('POST /api/messages HTTP/1.1\nHost: x\nTransfer-Encoding:\tchunked\nContent-Length: 4\n\n0\n\n'),
  ],
  ['lines that end in a line feed alone', () => ['GET /healthz HTTP/1.1\nHost: x\n\n']],
  ['lines that end in a carriage return alone', () => ['GET /healthz HTTP/1.1\rHost: x\r\r']],
  ['a second request in a value', () => get('/?lng=a%0d%0aSet-Cookie:%20x=y'), 200],
  [
    'fifty requests in one breath',
    () => Array.from({ length: 50 }, () => get('/healthz')[0] ?? ''),
    Array(50).fill(200),
  ],
  ...['/healthz', '/?lng=en', '/api/suggest?q=triggers', '/reports/x', '/readyz'].map(
    (target): Hostile => [
      `two thousand requests for ${target} in one packet`,
      () => [`GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(2000)],
    ],
  ),
  ['a good request behind a bad one', () => [...json('{"'), ...get('/healthz')], [400, 200]],
  ['half a head', () => ['POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-']],
  ['a head without its end', () => ['GET /healthz HTTP/1.1\r\nHost: x\r\n']],
];

/** What the holder of a good token may try at the website's own door. */
const post = (
  { token, conversation }: Holder,
  body: string | Buffer,
  headers: Headers = JSON_TYPE,
  to = 'activities',
) =>
  request(
    'POST',
    `/v3/directline/conversations/${conversation}/${to}`,
    { authorization: `Bearer ${token}`, ...headers },
    body,
  );
const ask = ({ token }: Holder, path: string) =>
  get(`/v3/directline/conversations${path}`, { authorization: `Bearer ${token}` });
const said = (more: object) => JSON.stringify({ type: 'message', ...more });
const DIRECT_LINE: readonly Hostile[] = [
  ['a text of a quarter of a megabyte', (h) => post(h, said({ text: 'é'.repeat(120_000) })), 200],
  ['a value of a quarter of a megabyte', (h) => post(h, said({ value: { a: 'key '.repeat(60_000) } })), [200, 429]],
  ['keys of a prototype in a post', (h) => post(h, `${proto}"type":"message","text":"x"}`), 200],
  [
    'a deep value in a post',
    (h) => post(h, `{"type":"message","value":${deep('[', 100_000)}${deep(']', 100_000)}}`),
    400,
  ],
  ['NUL and lone surrogates in a post', (h) => post(h, '{"type":"message","text":"a\\u0000b\\ud800c\\udfff"}'), 200],
  ['a type of a prototype', (h) => post(h, said({ type: '__proto__' })), 200],
  ['a type that nobody knows', (h) => post(h, said({ type: 'x'.repeat(100) })), 200],
  ['a type that is too long', (h) => post(h, said({ type: 'x'.repeat(101) })), 400],
  ['an invoke', (h) => post(h, said({ type: 'invoke', name: 'adaptiveCard/action', value: { action: null } })), 200],
  ['an event with a value of signs', (h) => post(h, said({ type: 'event', name: '\0', value: [[[]]] })), 200],
  ['a post as a form', (h) => post(h, 'type=message', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
  ['a post in gzip', (h) => post(h, gzipSync(said({ text: 'x' })), { ...JSON_TYPE, 'content-encoding': 'gzip' }), 415],
  ['a file', (h) => post(h, '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 'upload'), 415],
  [
    'a post to another’s conversation',
    (h) =>
      request(
        'POST',
        '/v3/directline/conversations/AAAA/activities',
        { authorization: `Bearer ${h.token}`, ...JSON_TYPE },
        said({ text: 'x' }),
      ),
    403,
  ],
  ['a conversation with slashes in its name', (h) => ask(h, `/..%2f${h.conversation}/activities`), 403],
  ['a conversation with NUL in its name', (h) => ask(h, '/%00/activities'), 403],
  ['a conversation whose name is no text', (h) => ask(h, '/%ff/activities'), 403],
  ['a conversation of ten thousand letters', (h) => ask(h, `/${'a'.repeat(10_000)}/activities`), 403],
  ['an address that is none', (h) => ask(h, '/a/b/c/d'), 404],
  ...['-1', 'x', '1e99', '99999999999999999999', '%00', '', '1.5', 'NaN', '0x10', "1'--", '9'.repeat(5000)].map(
    (mark): Hostile => [
      `a watermark of ${mark.slice(0, 25)}`,
      (h) => ask(h, `/${h.conversation}/activities?watermark=${mark}`),
      [200, 400],
    ],
  ),
  ['two watermarks', (h) => ask(h, `/${h.conversation}/activities?watermark=1&watermark=x`), 200],
  ['a token cut in half', (h) => ask({ ...h, token: h.token.slice(0, 60) }, `/${h.conversation}/activities`), 403],
  [
    'a token with another signature',
    (h) => ask({ ...h, token: `${h.token.slice(0, -6)}AAAAAA` }, `/${h.conversation}/activities`),
    403,
  ],
  [
    'a token without an algorithm',
    (h) =>
      ask(
        { ...h, token: jwtOf({ alg: 'none' }, { conv: h.conversation, user: 'x', exp: now + 99 }, '') },
        `/${h.conversation}/activities`,
      ),
    403,
  ],
  [
    'a token of an own key',
    (h) =>
      ask(
        {
          ...h,
          token: hmac(
            { alg: 'HS256' },
            { conv: h.conversation, user: 'x', iat: now, exp: now + 99, iss: 'passerelle', aud: 'conversation' },
            'x',
          ),
        },
        `/${h.conversation}/activities`,
      ),
    403,
  ],
  [
    'a token of 12 kB',
    (h) => ask({ ...h, token: jwtOf({ alg: 'HS256' }, { x: 'y'.repeat(8500) }) }, `/${h.conversation}/activities`),
    403,
  ],
  ['no token', (h) => get(`/v3/directline/conversations/${h.conversation}/activities`), 401],
  [
    'a token as a cookie',
    (h) => get(`/v3/directline/conversations/${h.conversation}/activities`, { cookie: `token=${h.token}` }),
    401,
  ],
  [
    'a token from a site that is not trusted',
    (h) =>
      get(`/v3/directline/conversations/${h.conversation}/activities`, {
        authorization: `Bearer ${h.token}`,
        origin: 'https://evil.example',
      }),
    403,
  ],
  [
    'tokens for all, without the secret',
    (h) =>
      request('POST', '/v3/directline/tokens/generate', { authorization: `Bearer ${h.token}`, ...JSON_TYPE }, '{}'),
    403,
  ],
  [
    'a renewal of a token that is none',
    () => request('POST', '/widget/token', { ...JSON_TYPE, origin: OWN }, '{"token":{"a":1},"user":["x"]}'),
    200,
  ],
  ['a renewal with a list', () => request('POST', '/widget/token', { ...JSON_TYPE, origin: OWN }, '[1,2,3]'), 200],
  ['a stream without going over', (h) => ask(h, `/${h.conversation}/stream?t=x`), [400, 403, 404, 426]],
];

export const HOSTILE_REQUESTS: readonly Hostile[] = [
  ...BODIES,
  ...ACTIVITIES,
  ...PROOFS,
  ...METHODS,
  ...TARGETS,
  ...HEADERS,
  ...SMUGGLED,
  ...DIRECT_LINE,
];
