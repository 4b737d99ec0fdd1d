import { openBeside, openTestOffice, signIn, type TestOffice, TOKEN } from './open-office';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

describe('without a session there is the sign-in and nothing else', () => {
  test.each(['/operate', '/operate/today', '/operate/unanswered?format=csv', '/operate/audit', '/operate/nothing'])(
    '%s',
    async (path) => {
      const response = await office.desk().get(path);
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('name="secret"');
    },
  );

  test('a form that is posted does nothing', async () => {
    const response = await office.desk().post('/operate/set-aside', { group: '1' });
    expect(response.status).toBe(401);
  });
});

test('the right token signs in, with a cookie that no script reads, and the session can be ended', async () => {
  const desk = office.desk();
  const entered = await desk.post('/operate/sign-in', { secret: TOKEN });
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/operate/today']);
  expect(entered.headers.getSetCookie()[0]).toMatch(
    /^operator=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  );
  const page = await desk.get('/operate/today');
  expect(page.status).toBe(200);
  const { cookies } = desk;
  const before = new Map(cookies);
  expect((await desk.submit('/operate/today', 'sign-out')).status).toBe(303);
  for (const [name, value] of before) cookies.set(name, value);
  expect((await desk.get('/operate/today')).status).toBe(401);
});

test('nothing of the page is kept, framed, run from elsewhere or found by search engines', async () => {
  const { headers } = await (await signIn(office.desk())).get('/operate/today');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'; script-src 'self'; style-src 'self'.*frame-ancestors 'none'/,
  );
  expect(headers.get('x-robots-tag')).toContain('noindex');
  expect(headers.get('referrer-policy')).toBe('same-origin');
});

test('what another site sends is not taken, whatever cookie comes along', async () => {
  const desk = await signIn(office.desk());
  const page = await (await desk.get('/operate/today')).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const foreign: readonly Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign) {
    const response = await desk.post('/operate/sign-out', { token }, headers);
    expect(response.status).toBe(403);
  }
  expect((await desk.post('/operate/sign-out', {})).status).toBe(403);
  expect((await desk.post('/operate/sign-out', { token: 'x' })).status).toBe(403);
  expect((await desk.get('/operate/today')).status).toBe(200);
});

test('what is no form is not taken', async () => {
  const response = await fetch(`${office.base}/operate/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: TOKEN }),
  });
  expect(response.status).toBe(415);
});

test('addresses that nobody’s link has are not found, and break nothing', async () => {
  const desk = await signIn(office.desk());
  for (const path of [
    '/operate/%',
    '/operate/__proto__',
    '/operate/constructor',
    '/operate/unanswered/-1',
    '/operate/today/%ff',
  ])
    expect([path, (await desk.get(path)).status]).toEqual([path, 404]);
});

test('after the page speaks another language, it goes on in it', async () => {
  const desk = await signIn(office.desk());
  await desk.get('/operate/today?lng=de');
  expect(await (await desk.get('/operate/today')).text()).toContain('<html lang="de">');
  await desk.get('/operate/today?lng=xx');
  expect(await (await desk.get('/operate/today')).text()).toContain('<html lang="de">');
});

describe('who guesses', () => {
  test('is told nothing but no, and after a few tries has to wait; the right token waits, too', async () => {
    const desk = office.desk();
    const statuses: number[] = [];
    const guesses = [
      '',
      'x',
      TOKEN.slice(1),
      `${TOKEN}x`,
      TOKEN.toUpperCase(),
      ' ',
      '0',
      'token',
      TOKEN.slice(0, -1),
      'é',
    ];
    for (const secret of [...guesses, TOKEN]) statuses.push((await desk.post('/operate/sign-in', { secret })).status);
    expect(statuses).toEqual([...guesses.map(() => 403), 429]);
    expect((await office.desk().post('/operate/sign-in', { secret: TOKEN })).status).toBe(303);
  });

  test('sessions by the hundred has to wait, and nothing is looked up meanwhile', async () => {
    const desk = office.desk();
    desk.cookies.set('operator', 'A'.repeat(43));
    const looks = jest.spyOn(office.app.office.sessions, 'find');
    const statuses: number[] = [];
    for (let n = 0; n < 50; n++)
      statuses.push(...(await Promise.all([1, 2, 3, 4].map(async () => (await desk.get('/operate/today')).status))));
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(looks).toHaveBeenCalledTimes(statuses.filter((status) => status === 401).length);
    looks.mockRestore();
  });

  test('with a cookie of their own is nobody', async () => {
    const desk = office.desk();
    for (const value of ['', 'x', 'A'.repeat(43), '%00', '../../x']) {
      desk.cookies.set('operator', value);
      expect((await desk.get('/operate/today')).status).toBe(401);
    }
  });
});

test('there is no such page where no way to sign in is set', async () => {
  const closed = await openBeside(office, { operators: undefined });
  expect((await fetch(`${closed.base}/operate`)).status).toBe(404);
  await closed.close();
});

test('a session holds only under the token that it was begun with', async () => {
  const desk = await signIn(office.desk());
  const other = await openBeside(office, { operators: { token: `${TOKEN}-new` } });
  const late = other.desk();
  for (const [name, value] of desk.cookies) late.cookies.set(name, value);
  expect((await late.get('/operate/today')).status).toBe(401);
  await other.close();
});
