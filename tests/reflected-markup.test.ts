import { openSite, type Site } from './channels/web/open-site';

let site: Site;
beforeAll(async () => {
  // The SDK reports every refusal on the console.
  jest.spyOn(console, 'error').mockImplementation(() => {});
  site = await openSite();
});
afterAll(async () => {
  await site?.server.stop();
  jest.restoreAllMocks();
});

/** Breaks out of text, of an attribute in either kind of quotation mark, and of a script. */
const MARKUP = `"'></script></title><zq onload=alert(1)>{{7*7}}`;
const asked = encodeURIComponent(MARKUP);

const GETS = [
  `/?q=${asked}`,
  `/?lng=${asked}`,
  `/?q=${asked}&lng=${asked}`,
  `/${asked}`,
  `/articles/${asked}/triggers`,
  `/articles/fr/${asked}`,
  `/articles/fr/triggers?lng=${asked}`,
  `/articles/fr/triggers/${asked}`,
  `/reports/${asked}`,
  '/reports/no-such-report',
  `/practice/${asked}`,
  `/practice/?lng=${asked}`,
  `/practice/accounts/${asked}`,
  `/practice/accounts/not-ready?lng=${asked}&said=${asked}`,
  `/practice/desk/v1/${asked}.json`,
  `/practice/desk/api/v2/tickets.json?filter=${asked}`,
  `/widget/${asked}`,
  `/widget/chat?lng=${asked}`,
  `/widget/webchat?lng=${asked}`,
  `/widget/config?lng=${asked}`,
  `/widget/test?${['lng', 'accent', 'position', 'theme', 'label', 'title', 'article', 'ask'].map((name) => `${name}=${asked}`).join('&')}`,
  `/api/suggest?q=${asked}`,
  `/api/${asked}`,
  `/v3/directline/conversations/${asked}/activities?watermark=${asked}`,
  `/healthz?${asked}`,
];

/** What a browser could take for markup of ours. */
async function expectPlain(response: Response): Promise<void> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const found = {
    address: response.url,
    status: response.status,
    type,
    markup: /<zq|onload=alert\(1\)>|<\/script><\/title>/i.exec(text)?.[0],
  };
  if (/html|xml|svg/.test(type)) expect(found).toMatchObject({ markup: undefined });
  else if (text !== '') expect(type).toMatch(/^(?:application\/json|text\/plain)/);
  expect([...response.headers.values()].join('\n')).not.toContain('<zq');
}

test.each(GETS)('%s sends nothing back as markup', async (path) => {
  const headers = {
    'accept-language': MARKUP,
    authorization: `Bearer ${MARKUP}`,
    origin: site.base,
    accept: 'text/html',
  };
  await expectPlain(await fetch(`${site.base}${path}`, { headers, redirect: 'manual' }));
});

test.each([
  '/api/messages',
  '/widget/token',
  '/v3/directline/tokens/generate',
  '/v3/directline/conversations',
  '/practice/accounts/not-ready',
  `/${asked}`,
])('a post to %s is refused without its words as markup', async (path) => {
  const bodies = [MARKUP, JSON.stringify({ [MARKUP]: MARKUP, type: MARKUP, user: { id: MARKUP }, channelId: MARKUP })];
  for (const body of bodies)
    for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
      const headers = { 'content-type': type, origin: site.base, accept: 'text/html' };
      await expectPlain(await fetch(`${site.base}${path}`, { method: 'POST', headers, body, redirect: 'manual' }));
    }
});
