import type { App } from '../src/bot/compose';
import type { Config } from '../src/bot/config';
import { createServer, type PasserelleServer } from '../src/bot/server';
import type { Report } from '../src/checks/report';
import { startLines } from '../src/commands/start-lines';
import { practiceKey } from '../src/simulator/practice-keys';
import { openTestApp } from './converse';

const REPORT: Report = {
  title: 'Prêt <pour> la migration ?',
  intro: '',
  language: 'fr',
  rows: [{ state: 'ok', sign: '✓', word: 'OK', title: 'Clé API', text: 'Valide.' }],
  footer: '',
  at: '2026-11-23T18:30:00.000Z',
};

interface Opened {
  readonly app: App;
  readonly base: string;
}

const servers: PasserelleServer[] = [];
async function openServer(changes: Partial<Config>): Promise<Opened> {
  const app = await openTestApp(changes);
  const server = createServer(app);
  servers.push(server);
  return { app, base: `http://127.0.0.1:${await server.listen(0)}` };
}
afterAll(() => Promise.all(servers.map((server) => server.stop())));

const desk = (base: string, path: string, init: RequestInit = {}) =>
  fetch(`${base}/practice/desk/api/v2/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${practiceKey('not-ready')}`, ...init.headers },
  });

const config = {
  port: 0,
  credentials: {},
  dataFolder: ':memory:',
  retentionDays: 30,
  webOrigins: [] as readonly string[],
} as Config;

describe('a server with the practice account', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openServer({ practice: true });
  });
  beforeEach(() => opened.app.practice?.reset());

  test.each(['/practice', '/practice/', '/practice?lng=en'])('shows its page on %s', async (path) => {
    const response = await fetch(opened.base + path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('href="/practice/accounts/not-ready?lng=en"');
  });

  test('answers as Teamwork Desk does, to the key of an account only', async () => {
    const { triggers }: { triggers: { name: string }[] } = JSON.parse(
      await (await desk(opened.base, 'triggers.json')).text(),
    );
    expect(triggers.map(({ name }) => name)).toContain('Close after 72h');
    expect((await desk(opened.base, 'triggers.json', { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  });

  test('reads what its forms and its API are sent, and leads back to its page', async () => {
    const state = (id: number) =>
      opened.app.practice?.account('not-ready')?.lists.triggers.find((row) => row.id === id)?.state;
    const form = new URLSearchParams({ do: 'trigger', id: '8801', state: 'inactive' });
    const posted = await fetch(`${opened.base}/practice/accounts/not-ready`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    expect([posted.status, posted.headers.get('location')]).toEqual([
      303,
      '/practice/accounts/not-ready?lng=en&done=1',
    ]);
    const body = JSON.stringify({ trigger: { state: 'inactive' } });
    const headers = { 'content-type': 'application/json' };
    expect((await desk(opened.base, 'triggers/8807.json', { method: 'PATCH', body, headers })).status).toBe(200);
    expect([state(8801), state(8807)]).toEqual(['inactive', 'inactive']);
  });

  test.each([
    ['/practices', 404],
    ['/practice-x', 404],
    ['/', 200],
    ['/x/practice', 404],
  ])('leaves %s to the rest of the server', async (path, status) => {
    expect((await fetch(opened.base + path)).status).toBe(status);
  });

  test('says so at the start, and where', async () => {
    expect(startLines(config, opened.app, 4000).join('\n')).toContain(
      'practice account is on, nothing in it is real: http://localhost:4000/practice',
    );
  });
});

describe('a server without the practice account', () => {
  test('knows no such page, and says nothing of it', async () => {
    const { app, base } = await openServer({ practice: false });
    expect(app.practice).toBeUndefined();
    expect((await fetch(`${base}/practice`)).status).toBe(404);
    expect((await desk(base, 'me.json')).status).toBe(404);
    expect(startLines(config, app, 4000).join('\n')).not.toContain('practice');
  });
});

describe('reports', () => {
  let opened: Opened;
  beforeAll(async () => {
    // The clock of a test app stands at 2026-11-23T18:30:00Z.
    opened = await openServer({ practice: false });
  });
  const read = (token: string, headers: Record<string, string> = {}) =>
    fetch(`${opened.base}/reports/${token}`, { headers });

  test('a link opens the page of its report', async () => {
    const { token } = await opened.app.reports.put(REPORT, 'c');
    const response = await read(token);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    });
    expect(await response.text()).toContain('<h1>Prêt &lt;pour&gt; la migration ?</h1>');
  });

  test.each(['x', 'A'.repeat(43), 'A'.repeat(99), '%3Cscript%3E', '..%2Fpractice'])(
    'a link that leads nowhere gets a page that says so: %s',
    async (token) => {
      const response = await read(token, { 'accept-language': 'fr-FR,fr;q=0.9' });
      expect(response.status).toBe(404);
      const page = await response.text();
      expect(page).toContain('Ce rapport n’est pas ici');
      expect(page).not.toContain('script');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  test('in English when the browser names no language', async () => {
    expect(await (await read('x')).text()).toContain('This report is not here');
  });

  test('what breaks inside is not told to whoever called', async () => {
    const { get } = opened.app.reports;
    opened.app.reports.get = () => Promise.reject(new Error('no such table: reports'));
    const response = await read('x');
    opened.app.reports.get = get;
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('table');
    expect((await read('x')).status).toBe(404);
  });

  test('expired ones go when the app forgets what is old', async () => {
    const forgetExpired = jest.spyOn(opened.app.reports, 'forgetExpired');
    await opened.app.forgetOld();
    expect(forgetExpired).toHaveBeenCalledTimes(1);
  });
});
