import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { App } from '../src/bot/compose';
import { createServer, type PasserelleServer } from '../src/bot/server';
import { asRead, openTestApp } from './converse';

let app: App;
let server: PasserelleServer;
let base: string;

beforeAll(async () => {
  // The SDK reports every refusal on the console.
  jest.spyOn(console, 'error').mockImplementation(() => {});
  app = await openTestApp();
  server = createServer(app);
  base = `http://127.0.0.1:${await server.listen(0)}`;
});
afterAll(async () => {
  await server?.stop();
  jest.restoreAllMocks();
});

let posted = 0;
const activity = (text: string, more: object = {}) => ({
  type: 'message',
  id: `posted-${posted++}`,
  text,
  channelId: 'emulator',
  locale: 'fr-FR',
  serviceUrl: 'http://localhost:1/',
  deliveryMode: 'expectReplies',
  from: { id: 'customer' },
  recipient: { id: 'bot' },
  conversation: { id: 'over-http' },
  ...more,
});

const post = (body: unknown) =>
  fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function said(response: Response): Promise<string> {
  const { activities }: { activities: { type: string; text?: string }[] } = JSON.parse(await response.text());
  expect(activities.map(({ type }) => type)).not.toContain('trace');
  return asRead(activities.map(({ text }) => text).join('\n'));
}

describe('messages over HTTP', () => {
  it('answers a question with the right article', async () => {
    const response = await post(activity('comment désactiver les déclencheurs ?'));
    expect(response.status).toBe(200);
    expect(await said(response)).toContain('Désactiver les déclencheurs dans Teamwork Desk');
  });

  it('answers two quick messages, both and in order', async () => {
    const conversation = { conversation: { id: 'quick' } };
    await post(activity('je veux parler à un conseiller', conversation));
    const [first, second] = await Promise.all([
      post(activity('Ana Ruiz', { ...conversation, id: '2' })),
      post(activity('ana@example.org', { ...conversation, id: '3' })),
    ]);
    expect(await said(first)).toContain('Ana Ruiz');
    expect(await said(second)).toContain('ana@example.org');
  });

  it.each([
    ['JSON that breaks off', '{"type": "mess'],
    ['an empty object', {}],
    ['a list', []],
    ['a number as type', { ...activity('x'), type: 5 }],
    ['no conversation', { ...activity('x'), conversation: undefined }],
    ['a conversation without id', { ...activity('x'), conversation: {} }],
    ['no sender', { ...activity('x'), from: undefined }],
    ['a text that is a list', { ...activity('x'), text: ['a'] }],
  ])('refuses %s with 400', async (_, body) => {
    expect((await post(body)).status).toBe(400);
  });

  it('refuses a megabyte with 413', async () => {
    expect((await post(activity('x'.repeat(1024 * 1024)))).status).toBe(413);
  });

  it.each([
    ['directline', 403],
    ['DirectLine', 403],
    ['DIRECTLINE', 403],
    [' directline', 400],
    ['directline ', 400],
    ['direct\u200Bline', 400],
    ['ｄirectline', 400],
    ['directline|another', 400],
    ['directline/conversations/another', 400],
  ])('never reaches a conversation of the website: the channel “%s” is refused with %s', async (channelId, status) => {
    expect((await post({ ...activity('bonjour'), channelId })).status).toBe(status);
  });

  it.each(['ftp://localhost/', 'file://localhost/x', 'urn:passerelle:local', 'ws://127.0.0.1/', 'localhost:80'])(
    'without an identity, takes web services of this machine only: %s is refused',
    async (serviceUrl) => {
      expect((await post({ ...activity('bonjour'), serviceUrl, deliveryMode: undefined })).status).toBe(401);
    },
  );

  it.each([
    ['/api/messages', 'POST'],
    ['/healthz', 'GET, HEAD'],
    ['/readyz', 'GET, HEAD'],
    ['/reports/x', 'GET, HEAD'],
    ['/practice/', 'GET, HEAD'],
    ['/practice/accounts/not-ready', 'GET, HEAD, POST'],
    ['/', 'GET, HEAD'],
    ['/widget/chat', 'GET, HEAD'],
    ['/widget/token', 'POST, OPTIONS'],
    ['/widget/config', 'GET, HEAD, OPTIONS'],
    ['/v3/directline/conversations/x/activities', 'GET, HEAD, POST, OPTIONS'],
  ])('%s takes %s and says so', async (path, methods) => {
    const response = await fetch(`${base}${path}`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, methods]);
  });

  it.each(['/healthz', '/readyz', '/practice/', '/', '/widget/config', '/api/suggest?q=api'])(
    'HEAD %s has the head alone',
    async (path) => {
      const response = await fetch(`${base}${path}`, { method: 'HEAD' });
      expect([response.status, await response.text()]).toEqual([200, '']);
    },
  );

  it('takes no form of another site for the practice account', async () => {
    const form = (site: string) =>
      fetch(`${base}/practice/accounts/not-ready`, {
        method: 'POST',
        headers: { 'sec-fetch-site': site },
        body: new URLSearchParams({ do: 'reset' }),
        redirect: 'manual',
      });
    expect([(await form('cross-site')).status, (await form('same-origin')).status]).toEqual([403, 303]);
  });

  it('ignores an activity of a type that it does not know', async () => {
    expect((await post({ ...activity(''), type: 'somethingNew' })).status).toBe(200);
  });

  it('without an identity, never calls a service that is not on this machine', async () => {
    const response = await post({
      ...activity('bonjour'),
      serviceUrl: 'http://169.254.169.254/',
      deliveryMode: undefined,
    });
    expect(response.status).toBe(401);
  });

  it('apologises with a reference when a turn breaks, and the conversation goes on', async () => {
    const conversation = { conversation: { id: 'broken' } };
    await post(activity('comment désactiver les déclencheurs ?', conversation));
    const { judge } = app.knowledgeService.index;
    app.knowledgeService.index.judge = () => {
      throw new Error('a bug');
    };
    const apology = await said(await post(activity('et les agents ?', conversation)));
    app.knowledgeService.index.judge = judge;
    expect(apology).toMatch(/Référence\s: \*\*P-\w{4}-\w{4}\*\*/);
    expect(apology).not.toContain('a bug');
    expect(await said(await post(activity('où trouver ma clé api ?', conversation)))).toContain('clé API');
  });
});

describe('without an identity, in development', () => {
  it('is there for this machine, by both of its addresses, and for no other', async () => {
    const { port } = new URL(base);
    const others = Object.values(networkInterfaces()).flatMap((all = []) => all.filter(({ internal }) => !internal));
    for (const { address, family } of others.filter((each) => !each.address.startsWith('fe80'))) {
      const host = family === 'IPv6' ? `[${address}]` : address;
      await expect(fetch(`http://${host}:${port}/healthz`)).rejects.toThrow();
    }
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    const hasIPv6 = Object.values(networkInterfaces()).some((all = []) => all.some(({ address }) => address === '::1'));
    if (hasIPv6) expect((await fetch(`http://[::1]:${port}/healthz`)).status).toBe(200);
  });

  it('lets no page of another site read what its own name leads to', async () => {
    const body = JSON.stringify(activity('bonjour'));
    const options = { method: 'POST', headers: { host: 'evil.example:3978', 'content-type': 'application/json' } };
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${base}/api/messages`, options, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end(body);
    });
    expect(status).toBe(421);
  });
});

describe('health', () => {
  it('is alive', async () => {
    const response = await fetch(`${base}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'alive' });
  });

  it('is ready when the knowledge base is loaded and the storage writable', async () => {
    const response = await fetch(`${base}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'ready', articles: 6, storage: 'writable', problems: [] });
  });

  it('knows no other page', async () => {
    expect((await fetch(`${base}/nothing`)).status).toBe(404);
  });
});

describe('stopping', () => {
  it('lets a turn in flight finish, and takes no new one', async () => {
    const own = await openTestApp();
    const stopping = createServer(own);
    const port = await stopping.listen(0);
    const { judge } = own.knowledgeService.index;
    let begun = () => {};
    const inFlight = new Promise<void>((resolve) => {
      begun = resolve;
    });
    own.knowledgeService.index.judge = (...question) => {
      begun();
      return judge(...question);
    };
    const answer = fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity('comment désactiver les déclencheurs ?')),
    });
    await inFlight;
    const stopped = stopping.stop();
    expect((await answer).status).toBe(200);
    expect(await said(await answer)).toContain('Désactiver les déclencheurs');
    await stopped;
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });
});
