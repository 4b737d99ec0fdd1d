import { startTalk } from '../converse';
import { type Desk, openTestOffice, signIn, type TestOffice } from './open-office';

let office: TestOffice;
let desk: Desk;
let reference = '';
const customer = () => startTalk(office.app, { locale: 'en-US' });

beforeAll(async () => {
  office = await openTestOffice();
  desk = await signIn(office.desk());
  const asking = customer();
  for (const text of [
    'how do I turn off triggers?',
    'I want to talk to a person',
    'Ana <b>Ruiz</b>',
    'ana@example.org',
  ])
    await asking.say(text);
  await asking.say('send it');
  reference = (await office.app.cases())[0]?.reference ?? '';
  const sad = customer();
  await sad.say('how do I turn off triggers?');
  await sad.click('All the steps');
  await sad.click('No');
  await sad.click("The steps weren't clear");
  for (const text of [
    '=HYPERLINK("http://evil.example","fax my aunt")',
    'fax my aunt',
    'please fax my aunts <script>alert(1)</script>',
  ])
    await customer().say(text);
});
afterAll(() => office.close());

const text = async (path: string) => {
  const response = await desk.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};
const VIEWS = ['today', 'unanswered', 'teach', 'cases', 'unhelpful', 'articles', 'checks', 'health', 'audit'];

test.each(VIEWS)(
  '%s is shown in every language, with one heading, and nothing that strangers typed is markup',
  async (view) => {
    const headings = new Set<string>();
    for (const lng of ['fr', 'en', 'de', 'es']) {
      await desk.get(`/operate/${view}?lng=${lng}`);
      const page = await text(`/operate/${view}`);
      expect(page).toContain(`<html lang="${lng}">`);
      expect(page.match(/<h1>/g)).toHaveLength(1);
      expect(page).not.toMatch(/<script>alert|<b>Ruiz|\bundefined\b|\[object/);
      headings.add(/<h1>(.*?)<\/h1>/.exec(page)?.[1] ?? '');
    }
    expect(headings.size).toBeGreaterThan(2);
    await desk.get(`/operate/${view}?lng=en`);
  },
);

test('today tells questions and what came of them', async () => {
  const page = await text('/operate/today');
  expect(page).toMatch(/<dt>Handed off<\/dt><dd>1<\/dd>/);
  expect(page).toMatch(/data-chart="[^"]*2026-11-23/);
});

test('questions that are alike stand together, and can be set aside', async () => {
  const list = await text('/operate/unanswered');
  const id = /unanswered\/(\d+)" lang="en">[^<]*fax my aunt/.exec(list)?.[1] ?? '';
  const group = await text(`/operate/unanswered/${id}`);
  expect(group).toContain('fax my aunts &lt;script&gt;');
  const done = await desk.submit(`/operate/unanswered/${id}`, 'set-aside');
  expect(done.headers.get('location')).toBe('/operate/unanswered?said=setAside');
  expect(await text('/operate/unanswered?said=setAside')).toContain('The group is set aside.');
  expect((await desk.get(`/operate/unanswered/${id}`)).status).toBe(404);
  expect(await text('/operate/audit')).toContain('set-aside');
});

test.each(['today', 'unanswered', 'cases', 'unhelpful', 'articles', 'checks', 'audit'])(
  '%s is a file for a spreadsheet, without formulas',
  async (view) => {
    await customer().say(' =cmd|calc fax aunt');
    const response = await desk.get(`/operate/${view}?format=csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"$/);
    const lines = (await response.text()).split('\r\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const cell of lines.flatMap((line) => line.split(','))) expect(cell).not.toMatch(/^"?\s*[=+@\t]/);
  },
);

test('an answer that did not help is told with its reason, and its article with its figures', async () => {
  expect(await text('/operate/unhelpful')).toContain('Steps unclear');
  expect(await text('/operate/articles?by=failure')).toMatch(/Turn off triggers.*?<td class="number">\d/s);
});

describe('a case', () => {
  test('is read with what was said, and that is noted', async () => {
    expect(await text('/operate/cases')).toContain(reference);
    const page = await text(`/operate/cases/${reference}`);
    expect(page).toContain('Ana &lt;b&gt;Ruiz&lt;/b&gt;');
    expect(page).toContain('how do I turn off triggers?');
    expect(page).toContain('mailto:ana@example.org');
    expect((await office.app.office.audit.list(1))[0]).toMatchObject({ what: 'read-case', subject: reference });
  });

  test('that nobody knows is not found', async () => {
    expect((await desk.get('/operate/cases/P-NONE-NONE')).status).toBe(404);
  });

  test('is taken on by one person, answered into the conversation that it came from, and closed', async () => {
    const page = `/operate/cases/${reference}`;
    expect((await desk.submit(page, 'claim-case')).status).toBe(303);
    expect((await desk.submit(page, 'answer-case', { text: '  ' })).status).toBe(422);
    const secret = await desk.submit(page, 'answer-case', { text: 'your password: hunter2-Zx9!kk' });
    expect(secret.status).toBe(422);
    expect(await secret.text()).toContain('hunter2-Zx9!kk');
    const sent = await desk.submit(page, 'answer-case', { text: 'Hello Ana' });
    // The Emulator that this customer came by tells no way back: said, and nothing is lost.
    expect([sent.status, (await sent.text()).includes('ana@example.org')]).toEqual([422, true]);
    expect((await desk.submit(page, 'close-case')).status).toBe(303);
    expect(await text('/operate/cases')).not.toContain(reference);
    expect(await text('/operate/cases?state=closed')).toContain(reference);
  });
});

test('a case that two answer at once gets one answer; the second is shown it, and keeps what they typed', async () => {
  const id = 'web-asked-twice';
  await office.app.web.log.start({ id, user: 'dl_ana', locale: 'en-GB' });
  const asking = startTalk(office.app, { channelId: 'directline', id, locale: 'en-GB' });
  for (const words of ['Talk to a person', 'Ana Diaz', 'ana@acme.fr']) await asking.say(words);
  const twice = /P-\w{4}-\w{4}/.exec((await asking.click('Send')).text)?.[0] ?? '';
  const desks = [await signIn(office.desk()), await signIn(office.desk())];
  const sent = await Promise.all(
    desks.map(async (each, at) => {
      const answered = await each.submit(`/operate/cases/${twice}`, 'answer-case', { text: `Answer ${at}.` });
      return { status: answered.status, text: await answered.text() };
    }),
  );
  expect(sent.map(({ status }) => status).sort()).toEqual([303, 409]);
  const late = sent.find(({ status }) => status === 409)?.text;
  expect([late?.includes('Answer 0.'), late?.includes('Answer 1.')]).toEqual([true, true]);
  const found = (await office.app.cases()).find(({ reference: each }) => each === twice);
  expect(found?.answers).toHaveLength(1);
});

test('a period of 100 days in the address is one of those that are offered', async () => {
  const page = await text('/operate/today?days=100');
  expect(page).toContain('<li aria-current="true">28 days</li>');
});
