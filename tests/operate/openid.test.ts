import { type Desk, openBeside, openTestOffice, type TestOffice } from './open-office';
import { CLIENT, openProvider, type Provider } from './provider';

let provider: Provider;
let office: TestOffice;
beforeAll(async () => {
  provider = await openProvider();
  const openId = { issuer: provider.issuer, ...CLIENT, rolesClaim: 'roles' };
  office = await openTestOffice({ operators: { openId } });
});
afterAll(async () => {
  await office.close();
  await provider.close();
});
beforeEach(() => {
  provider.claims = { sub: '1', name: 'Ana Ruiz', roles: ['passerelle-editor'] };
  provider.holds = 300;
});

/** Goes to the provider and comes back, as a browser does. */
async function comeBack(desk: Desk, change: (address: URL) => void = () => {}): Promise<Response> {
  const gone = await desk.get('/operate/openid');
  const back = new URL(await provider.agree(gone.headers.get('location') ?? ''));
  change(back);
  return desk.get(back.pathname + back.search);
}

test('whoever the provider names with a role of ours comes in with it, under their name', async () => {
  const desk = office.desk();
  const came = await comeBack(desk);
  expect([came.status, came.headers.get('location')]).toEqual([303, '/operate/today']);
  const page = await (await desk.get('/operate/today')).text();
  expect(page).toContain('Ana Ruiz · editor');
  expect((await desk.get('/operate/audit')).status).toBe(403);
});

test.each([
  ['no role', { sub: '2', name: 'Ben' }],
  ['a role of something else', { sub: '2', roles: ['admin', 'other-admin', 'passerelle'] }],
  ['roles that are no list', { sub: '2', roles: { admin: true } }],
])('who has %s stays outside, and is told so', async (_, claims) => {
  provider.claims = claims;
  const desk = office.desk();
  const came = await comeBack(desk);
  expect(came.status).toBe(403);
  expect(await came.text()).toContain('has no role in Passerelle');
  expect((await desk.get('/operate/today')).status).toBe(401);
});

test.each<[string, (address: URL) => void]>([
  ['a state that was not given out', (address) => address.searchParams.set('state', 'x')],
  ['a code that was made up', (address) => address.searchParams.set('code', 'x')],
  ['an error of the provider', (address) => address.searchParams.set('error', 'access_denied')],
])('%s signs nobody in', async (_, change) => {
  const desk = office.desk();
  expect((await comeBack(desk, change)).status).toBe(403);
  expect((await desk.get('/operate/today')).status).toBe(401);
});

test('what another browser began is not finished in this one', async () => {
  const gone = await office.desk().get('/operate/openid');
  const back = new URL(await provider.agree(gone.headers.get('location') ?? ''));
  const victim = office.desk();
  expect((await victim.get(back.pathname + back.search)).status).toBe(403);
  expect((await victim.get('/operate/today')).status).toBe(401);
});

test('an ID token that has expired, is for somebody else, or is signed with a key that the provider no longer has signs nobody in', async () => {
  provider.holds = -600;
  expect((await comeBack(office.desk())).status).toBe(403);
  provider.holds = 300;
  provider.claims = { sub: '1', roles: ['passerelle-admin'], aud: 'somebody-else' };
  expect((await comeBack(office.desk())).status).toBe(403);
  provider.claims = { sub: '1', roles: ['passerelle-admin'] };
  provider.changeKey(false);
  expect((await comeBack(office.desk())).status).toBe(403);
});

test('a reader sees, and what a reader posts as if an editor does nothing and is noted', async () => {
  provider.changeKey(true);
  const fresh = await openBeside(office, {
    operators: {
      token: 'x'.repeat(40),
      openId: { issuer: provider.issuer, ...CLIENT, rolesClaim: 'realm_access.roles' },
    },
  });
  provider.claims = {
    sub: '3',
    preferred_username: 'carla',
    realm_access: { roles: ['offline_access', 'passerelle-reader'] },
  };
  const desk = fresh.desk();
  expect((await comeBack(desk)).status).toBe(303);
  const page = await (await desk.get('/operate/unanswered')).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect((await desk.post('/operate/set-aside', { token, group: '1' })).status).toBe(403);
  expect((await desk.post('/operate/close-case', { token, reference: 'P-1' })).status).toBe(403);
  const noted = await office.app.office.audit.list(3);
  expect(noted.map(({ name, what }) => `${name} ${what}`)).toEqual([
    ...['carla refused close-case', 'carla refused set-aside', 'carla sign-in'],
  ]);
  await fresh.close();
});

test('a provider that is not there is told, and asked again at the next try', async () => {
  const gone = await openBeside(office, {
    operators: { openId: { issuer: 'http://127.0.0.1:9', ...CLIENT, rolesClaim: 'roles' } },
  });
  const came = await gone.desk().get('/operate/openid');
  expect(came.status).toBe(502);
  expect(await came.text()).toContain('did not succeed');
  await gone.close();
});
