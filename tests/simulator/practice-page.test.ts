import { SHIPPED_DEPLOYMENT } from '../../src/bot/config.js';
import { NOTHING_EXPECTED } from '../../src/checks/check.js';
import { compareFindings } from '../../src/checks/compare.js';
import { CHECKS, READINESS_SECTIONS } from '../../src/checks/readiness.js';
import { PRACTICE_ACCOUNTS, practiceKey } from '../../src/simulator/practice-keys.js';
import { inLanguage, readPracticeSentences } from '../../src/simulator/practice-sentences.js';
import { type OpenDesk, openPracticeDesk } from './open-practice-desk.js';

let opened: OpenDesk;
beforeEach(async () => {
  opened = await openPracticeDesk();
});
afterEach(() => opened.close());

const page = async (path: string) => (await fetch(`${opened.origin}${path}`)).text();
const post = (path: string, fields: Record<string, string>) =>
  fetch(`${opened.origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const readAgain = () => opened.reader.read(opened.credentials('not-ready'), READINESS_SECTIONS);
const look = async (check: 'triggers' | 'agents' | 'inbox', id: 'not-ready' | 'new' = 'not-ready') =>
  CHECKS[check].look(await opened.reader.read(opened.credentials(id), READINESS_SECTIONS), NOTHING_EXPECTED);

describe('a newcomer fixes the practice account', () => {
  test('turns the triggers off, one by one, and sees it in the check', async () => {
    const before = await look('triggers');
    expect(before).toMatchObject({ kind: 'problem', problems: { length: 2 } });
    await post('/accounts/not-ready', { do: 'trigger', id: '8801', state: 'inactive' });
    expect(compareFindings(before, await look('triggers'), await readAgain())).toMatchObject({
      before: 2,
      fixed: { length: 1 },
      remaining: { length: 1 },
    });
    await post('/accounts/not-ready', { do: 'trigger', id: '8807', state: 'inactive' });
    expect((await look('triggers')).kind).toBe('ok');
  });

  test('makes an agent full time, accepts one invitation and sends the other again', async () => {
    await post('/accounts/not-ready', { do: 'agent', id: '410053', partTime: 'no' });
    await post('/accounts/not-ready', { do: 'accept', id: '5512' });
    await post('/accounts/not-ready', { do: 'invite', id: '5513' });
    expect(await look('agents')).toMatchObject({
      problems: [{ kind: 'invitation-open', email: 'priya@acme.example' }],
    });
    await post('/accounts/not-ready', { do: 'accept', id: '5513' });
    expect((await look('agents')).kind).toBe('ok');
  });

  test('makes an inbox', async () => {
    expect((await look('inbox', 'new')).kind).toBe('problem');
    await post('/accounts/new', { do: 'add-inbox', name: 'Support' });
    expect((await look('inbox', 'new')).kind).toBe('ok');
  });

  test('makes a field, removes it, lets Desk have trouble, and starts over', async () => {
    await post('/accounts/new', { do: 'add-field', name: 'Region', type: 'dropdown', options: 'North, South,' });
    const field = opened.desk.account('new')?.lists.customfields[0];
    expect(field).toMatchObject({ agentLabel: 'Region', kind: 'dropdown', options: { length: 2 } });
    await post('/accounts/new', { do: 'remove-field', id: String(field?.id) });
    expect(opened.desk.account('new')?.lists.customfields).toEqual([]);
    await post('/accounts/new', { do: 'fault', fault: 'server-error' });
    expect((await look('inbox', 'new')).kind).toBe('unknown');
    expect((await look('inbox')).kind).toBe('problem');
    await post('/accounts/new', { do: 'reset' });
    expect((await look('inbox', 'new')).kind).toBe('problem');
  });

  test('comes back to the page, in the same language, with a word that it was done', async () => {
    const answer = await post('/accounts/not-ready?lng=fr', { do: 'trigger', id: '8801', state: 'inactive' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/accounts/not-ready?lng=fr&done=1']);
    expect(await page('/accounts/not-ready?lng=fr&done=1')).toContain('role="status">Enregistré.');
  });

  test.each([
    { do: 'nothing' },
    { do: 'trigger', id: 'x', state: 'inactive' },
    { do: 'trigger', id: '8801', state: 'deleted' },
    {},
  ])('a form that asks for %j is refused', async (fields) => {
    expect((await post('/accounts/not-ready', { ...fields } as Record<string, string>)).status).toBe(400);
  });
});

describe('the page', () => {
  test.each(['fr', 'en', 'de', 'es'])('speaks %s', async (language) => {
    const text = await page(`/accounts/not-ready?lng=${language}`);
    const { page: words } = inLanguage(await readPracticeSentences(SHIPPED_DEPLOYMENT), language);
    expect(text).toContain(`<html lang="${language}">`);
    for (const word of [words.title, words.triggers, words.turnOff, words.accept])
      expect(text).toContain(word.replaceAll('&', '&amp;'));
  });

  test.each(['/', ...PRACTICE_ACCOUNTS.map((id) => `/accounts/${id}`)])(
    '%s needs nothing from elsewhere and no script',
    async (path) => {
      const answer = await fetch(`${opened.origin}${path}`);
      const text = await answer.text();
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(text).not.toMatch(/<script|\ssrc=|@import|url\(|href="(?:https?:)?\/\//);
    },
  );

  test('every field has a label, every button a name of its own, every id is there once', async () => {
    const text = await page('/accounts/not-ready');
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const labelled = new Set([...text.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id));
    const fields = [...text.matchAll(/<(?:input|select)(?![^>]*type="hidden")[^>]*>/g)].map(
      ([field]) => /\sid="([^"]+)"/.exec(field)?.[1],
    );
    expect(fields.length).toBeGreaterThan(3);
    for (const id of fields) expect(labelled).toContain(id);
    const heard = [...text.matchAll(/<button>(.*?)<\/button>/g)].map(([, name]) => name?.replace(/<[^>]+>/g, ''));
    expect(heard).toContain('Turn off: Auto-assign VIP');
  });

  test('shows what people typed as text', async () => {
    await post('/accounts/new', { do: 'add-inbox', name: '<script>alert("x")</script>' });
    const text = await page('/accounts/new');
    expect(text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(text).not.toContain('<script>');
  });

  test('gives the site and the key with which the assistant opens the account', async () => {
    const text = await page('/accounts/not-ready');
    expect(text).toContain(`<code>${practiceKey('not-ready')}</code>`);
    expect(text).toContain('<code>practice</code>');
  });

  test('of an account that does not exist is not found', async () => {
    expect((await fetch(`${opened.origin}/accounts/nobody`)).status).toBe(404);
    expect((await fetch(`${opened.origin}/favicon.ico`)).status).toBe(404);
  });
});
