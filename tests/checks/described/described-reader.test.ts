import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDescribedReader, type RequestFailureEvent } from '../../../src/checks/described/described-reader';
import type { DescribedRequest } from '../../../src/checks/described/described-request';
import { paging } from '../../../src/checks/described/paging';
import { openDispatcher } from '../../../src/checks/http/open-dispatcher';
import { REQUEST_LIMITS } from '../../../src/checks/http/request-limits';

type Answer = {
  readonly body?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
};
let answer: (url: URL, request: IncomingMessage) => Answer = () => ({});
const asked: string[] = [];
const failures: RequestFailureEvent[] = [];
const dispatcher = openDispatcher();
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://here');
  asked.push(request.url ?? '');
  const { body = {}, status = 200, headers = {} } = answer(url, request);
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
});
let origin = '';
let now = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await dispatcher.destroy();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  failures.length = 0;
  now += 60 * 60 * 1000;
});

const ENTERED = { site: 'luc@example.com', key: 'k/1' };

async function read(
  raw: Partial<DescribedRequest> & { readonly paging?: DescribedRequest['paging'] } = {},
  entered = ENTERED,
) {
  const request = { get: `${origin}/things`, query: {}, headers: {}, timeout: 2000, ...raw };
  const reader = createDescribedReader(
    { hosts: ['127.0.0.1'], requests: { things: request } },
    {
      dispatcher,
      now: () => now,
      steady: () => now,
      onFailure: (event) => failures.push(event),
      limits: { ...REQUEST_LIMITS, mostPages: 5, retryWaitMs: 1 },
    },
  );
  const { answers, failures: why, isRefused } = await reader.read(['things'], entered);
  return { things: answers.things, why: why.things?.kind, isRefused };
}

/** Nine rows, two a page. */
const ROWS = Array.from({ length: 5 }, (_, id) => ({ id }));
const slice = (start: number, size = 2) => ROWS.slice(start, start + size);

describe('a list that comes in pages is read whole, as if it came in one', () => {
  const WAYS: readonly (readonly [string, unknown, typeof answer])[] = [
    [
      'by their number, with the number of rows',
      { by: 'page', rows: '$.data.rows', count: '$.total', size: { parameter: 'size', value: 2 } },
      (url) => ({
        body: {
          data: { rows: slice((Number(url.searchParams.get('page')) - 1) * Number(url.searchParams.get('size'))) },
          total: 5,
        },
      }),
    ],
    [
      'by their number, with the number of pages',
      { by: 'page', rows: '$.data.rows', pages: '$.pages', first: 0 },
      (url) => ({ body: { data: { rows: slice(Number(url.searchParams.get('page')) * 2) }, pages: 3 } }),
    ],
    [
      'by the rows before them',
      { by: 'offset', rows: '$.data.rows', more: '$.more' },
      (url) => {
        const offset = Number(url.searchParams.get('offset'));
        return { body: { data: { rows: slice(offset) }, more: offset + 2 < 5 } };
      },
    ],
    [
      'by a mark',
      { by: 'cursor', rows: '$.data.rows', next: '$.next', parameter: 'after' },
      (url) => {
        const offset = Number((url.searchParams.get('after') ?? 'm0').slice(1));
        return { body: { data: { rows: slice(offset) }, next: offset + 2 < 5 ? `m${offset + 2}` : null } };
      },
    ],
    [
      'by a link in the answer',
      { by: 'link', rows: '$.data.rows', next: '$.links.next', absent: 'end' },
      (url) => {
        const offset = Number(url.searchParams.get('o'));
        return {
          body: { data: { rows: slice(offset) }, links: offset + 2 < 5 ? { next: `/things?o=${offset + 2}` } : {} },
        };
      },
    ],
    [
      'by the header Link',
      { by: 'link', rows: '$.data.rows' },
      (url) => {
        const offset = Number(url.searchParams.get('o'));
        return {
          body: { data: { rows: slice(offset) } },
          headers: {
            link: `<${origin}/things?o=0>; rel="first"${offset + 2 < 5 ? `, <${origin}/things?o=${offset + 2}>; rel="next"` : ''}`,
          },
        };
      },
    ],
  ];
  test.each(WAYS)('%s', async (_, way, answers) => {
    answer = answers;
    const { things } = await read({ paging: paging.parse(way) });
    expect(things).toMatchObject({ data: { rows: ROWS } });
  });
});

describe('a list of which not every page can be trusted is nothing', () => {
  const byPage = paging.parse({ by: 'page', rows: '$.rows', count: '$.total' });
  const byMark = paging.parse({ by: 'cursor', rows: '$.rows', next: '$.next' });
  const page = (url: URL) => Number(url.searchParams.get('page'));
  const CASES: readonly (readonly [string, typeof byPage, typeof answer, string])[] = [
    ['an answer that does not say whether there is more', byPage, () => ({ body: { rows: slice(0) } }), 'unreadable'],
    ['a mark that is left out', byMark, () => ({ body: { rows: slice(0) } }), 'unreadable'],
    ['a mark that leads in circles', byMark, () => ({ body: { rows: slice(0), next: 'same' } }), 'changing'],
    [
      'fewer rows than it counts',
      byPage,
      (url) => ({ body: { rows: page(url) > 2 ? [] : slice(0), total: 5 } }),
      'changing',
    ],
    [
      'a page that is no list',
      byPage,
      (url) => ({ body: { rows: page(url) === 1 ? slice(0) : {}, total: 5 } }),
      'unreadable',
    ],
    [
      'a page that fails',
      byPage,
      (url) => (page(url) === 2 ? { status: 403 } : { body: { rows: slice(0), total: 5 } }),
      'forbidden',
    ],
    ['no end', byPage, (url) => ({ body: { rows: [{ id: page(url) }], total: 900 } }), 'unreadable'],
    [
      'a next page on another host',
      paging.parse({ by: 'link', rows: '$.rows', next: '$.next' }),
      () => ({ body: { rows: slice(0), next: 'http://169.254.169.254/x' } }),
      'unreadable',
    ],
    [
      'a next page that is none',
      paging.parse({ by: 'link', rows: '$.rows', next: '$.next' }),
      () => ({ body: { rows: slice(0), next: 'http://[' } }),
      'unreadable',
    ],
  ];
  test.each(CASES)('%s', async (_, way, answers, why) => {
    answer = answers;
    expect(await read({ paging: way })).toMatchObject({ things: undefined, why });
  });

  test('rows that move while it is read', async () => {
    let turn = 0;
    answer = (url) => ({ body: { rows: [{ id: `${page(url)}-${turn++}` }], total: 2 } });
    expect(await read({ paging: byPage })).toMatchObject({ things: undefined, why: 'changing' });
  });
});

describe('what the customer entered', () => {
  test('is written into addresses, questions and headers so that it stays what it is', async () => {
    answer = (_, { headers }) => ({ body: { authorization: headers.authorization, code: headers['x-code'] } });
    const request = {
      get: `${origin}/of/{key}`,
      query: { who: '{site}' },
      headers: { 'x-code': '{key}' },
      basic: { user: '{site}', password: '{key}' },
    };
    const { things } = await read(request);
    expect(asked).toEqual(['/of/k%2F1?who=luc%40example.com']);
    expect(things).toEqual({
      authorization: `Basic ${Buffer.from('luc@example.com:k/1').toString('base64')}`,
      code: 'k/1',
    });
  });

  test.each([
    [401, 'refused', true],
    [404, 'not-found', true],
    [403, 'forbidden', false],
    [500, 'unreachable', false],
  ])('that is answered with %i is %s', async (status, why, isRefused) => {
    answer = (_, { headers }) => ({ status, body: { message: `no: ${headers['x-code']}` } });
    expect(
      await read({ get: `${origin}/of/{key}`, headers: { 'x-code': '{key}' } }, { site: '', key: 'sesame-1234' }),
    ).toMatchObject({ why, isRefused });
    expect(JSON.stringify(failures)).toContain('things');
    expect(JSON.stringify(failures)).not.toContain('sesame-1234');
  });

  test('leads to no host that is not allowed', () => {
    const get = 'https://{site}.shop.example/x';
    const reader = createDescribedReader(
      { hosts: ['*.shop.example'], requests: { things: { get, query: {}, headers: {}, timeout: 1 } } },
      { dispatcher, now: () => now, steady: () => now },
    );
    expect(reader.refusal({ site: 'paris', key: '' })).toBeNull();
    for (const site of ['evil.example/', 'evil.example#', 'a@evil.example/', '127.0.0.1:80/', '', 'a.b'])
      expect([site, reader.refusal({ site, key: '' })]).toEqual([site, expect.any(String)]);
  });
});

test('a redirect is not followed: what was entered stays with its host', async () => {
  answer = () => ({ status: 302, headers: { location: 'http://localhost:1/x' } });
  expect(await read()).toMatchObject({ why: 'not-found' });
  expect(asked).toHaveLength(1);
});

test('after 429 nobody asks again until it is over', async () => {
  answer = () => ({ status: 429, headers: { 'retry-after': '30' } });
  const request = { get: `${origin}/things`, query: {}, headers: {}, timeout: 2000 };
  const reader = createDescribedReader(
    { hosts: ['127.0.0.1'], requests: { things: request } },
    { dispatcher, now: () => now, steady: () => now },
  );
  await reader.read(['things'], ENTERED);
  expect((await reader.read(['things'], ENTERED)).failures.things).toEqual({
    kind: 'rate-limited',
    retryAfterSeconds: 30,
  });
  expect(asked).toHaveLength(1);
});

test('a customer who cancels is not waited for', async () => {
  const cancelled = AbortSignal.abort(new Error('the customer said stop'));
  const reader = createDescribedReader({ hosts: [], requests: {} }, { dispatcher, now: () => now, steady: () => now });
  await expect(reader.read([], ENTERED, cancelled)).rejects.toThrow('the customer said stop');
});
