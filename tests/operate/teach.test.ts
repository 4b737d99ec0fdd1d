import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTalk } from '../converse';
import { writeKnowledge } from '../knowledge/articles/write-knowledge';
import { type Desk, openTestOffice, signIn, type TestOffice } from './open-office';

const article = (title: string, questions: readonly string[], body: string) =>
  `---\ntitle: ${title}\nquestions:\n${questions.map((each) => `  - ${each}\n`).join('')}updated: 2026-11-22\n---\n${body}\n`;

let folder: string;
let remove: () => void;
let office: TestOffice;
let desk: Desk;
beforeAll(async () => {
  ({ folder, remove } = writeKnowledge({
    'en/articles/router.md': article('Reset the router', ['how do I reset the router', 'the router hangs'], 'Hold it.'),
    'en/articles/bill.md': article('Read the bill', ['how do I read my bill', 'explain the bill'], 'The total.'),
  }));
  office = await openTestOffice({ knowledgeFolder: folder });
  desk = await signIn(office.desk());
});
afterAll(async () => {
  await office.close();
  remove();
});

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
/** What a page says after this form was sent, and its status. */
async function send(page: string, act: string, fields: Readonly<Record<string, string>>) {
  const response = await desk.submit(page, act, fields);
  return { status: response.status, text: await response.text(), to: response.headers.get('location') ?? '' };
}
const asking = { question: 'the <b>blinking</b> box is on strike', language: 'en', way: 'asking', intent: 'router' };

test('an editor sees what a lesson changes, and nothing is written', async () => {
  const before = read('en/articles/router.md');
  const { status, text } = await send('/operate/teach', 'preview-lesson', asking);
  expect(status).toBe(200);
  expect(text).toContain('the &lt;b&gt;blinking&lt;/b&gt; box is on strike');
  expect(text).toMatch(/not answered → router/);
  expect(text).not.toContain('<b>blinking');
  expect(read('en/articles/router.md')).toBe(before);
});

test('customers are answered while a preview is made', async () => {
  const events: string[] = [];
  const preview = send('/operate/teach', 'preview-lesson', asking).finally(() => events.push('previewed'));
  const talk = startTalk(office.app, { locale: 'en-US' });
  for (const question of ['how do I reset the router', 'explain the bill']) {
    events.push((await talk.say(question)).text.includes('Hold it.') ? 'router' : 'bill');
    expect((await fetch(`${office.base}/healthz`)).status).toBe(200);
  }
  expect((await preview).text).toMatch(/not answered → router/);
  expect(events).toEqual(['router', 'bill', 'previewed']);
});

test('what is kept stands in the article and in the regression file, named after who taught it, and is taken back with a button', async () => {
  const before = read('en/articles/router.md');
  const form = await (await desk.get('/operate/teach')).text();
  const token = /name="token" value="([^"]*)"/.exec(form)?.[1] ?? '';
  const kept = await desk.post('/operate/keep-lesson', {
    token,
    ...asking,
    question: 'my box is on strike',
    group: '',
  });
  expect([kept.status, kept.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/teach\?kept=\d+.*said=taught/),
  ]);
  expect(read('en/articles/router.md')).toContain('  - my box is on strike\n');
  expect(JSON.parse(read('questions.jsonl'))).toMatchObject({ expect: 'router', author: 'team' });
  const undone = await send(kept.headers.get('location') ?? '', 'undo-lesson', {});
  expect([undone.status, undone.to]).toEqual([303, expect.stringMatching(/said=untaught/)]);
  expect(read('en/articles/router.md')).toBe(before);
  expect(existsSync(join(folder, 'questions.jsonl'))).toBe(false);
});

test('what cannot be taught is refused with its reason, and what was typed stays', async () => {
  const { status, text } = await send('/operate/teach', 'preview-lesson', { ...asking, intent: 'garden' });
  expect([status, text]).toEqual([422, expect.stringMatching(/no article, check or command/)]);
  expect(text).toMatch(/value="garden"/);
  const draft = { ...asking, way: 'draft', title: 'The red light', body: '   ' };
  expect((await send('/operate/teach', 'preview-lesson', draft)).text).toMatch(/answer in short is missing/);
});

test('the change is given as a patch, too', async () => {
  const form = await (await desk.get('/operate/teach')).text();
  const token = /name="token" value="([^"]*)"/.exec(form)?.[1] ?? '';
  const patch = await desk.post('/operate/lesson-patch', { token, ...asking });
  expect(patch.headers.get('content-disposition')).toContain('lesson.patch');
  expect(await patch.text()).toContain('+  - the <b>blinking</b> box is on strike');
});

test('of two who edit one article neither loses: other lines are joined, the same lines are shown to the second', async () => {
  const page = '/operate/edit?language=en&intent=router';
  const before = read('en/articles/router.md');
  expect(await (await desk.get(page)).text()).toContain('Hold it.\n</textarea>');
  // Both have the page open, with what stood there then; browsers send line ends of their own.
  const form = await (await desk.get(page)).text();
  const token = /name="token" value="([^"]*)"/.exec(form)?.[1] ?? '';
  const edit = (text: string) =>
    desk.post('/operate/keep-lesson', {
      ...{ token, way: 'edit', language: 'en', intent: 'router' },
      base: before.replaceAll('\n', '\r\n'),
      text: text.replaceAll('\n', '\r\n'),
    });
  expect((await edit(before.replace('Hold it.', 'Hold it for ten seconds.'))).status).toBe(303);
  expect((await edit(before.replace('Reset the', 'Restart the'))).status).toBe(303);
  const joined = read('en/articles/router.md');
  expect(joined).toBe(before.replace('Hold it.', 'Hold it for ten seconds.').replace('Reset the', 'Restart the'));

  const second = await edit(before.replace('Hold it.', 'Press it.'));
  const text = await second.text();
  expect([second.status, text]).toEqual([409, expect.stringMatching(/Press it\.[\s\S]*=======[\s\S]*ten seconds/)]);
  const merged = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(text)?.[1] ?? '';
  expect((await edit(merged.replaceAll('&lt;', '<').replaceAll('&gt;', '>'))).status).toBe(422);
  expect(read('en/articles/router.md')).toBe(joined);
});

test('an article that is saved with broken front matter is refused with its line, and what was typed stays', async () => {
  const before = read('en/articles/bill.md');
  const { status, text } = await send('/operate/edit?language=en&intent=bill', 'preview-lesson', {
    text: before.replace('title: Read', 'title: "Read'),
  });
  expect([status, text]).toEqual([422, expect.stringMatching(/en\/articles\/bill\.md:\d/)]);
  expect(text).toContain('title: &quot;Read the bill');
  expect(read('en/articles/bill.md')).toBe(before);
  const right = await send('/operate/edit?language=en&intent=bill', 'preview-lesson', {
    text: before.replace('The total.', 'The sum.'),
  });
  expect([right.status, right.text]).toEqual([200, expect.stringMatching(/name="text" value="[^"]*The sum\./)]);
  expect((await desk.get('/operate/edit?language=en&intent=garden')).status).toBe(404);
});

test('nobody teaches without the page’s own token, or without having signed in', async () => {
  expect((await desk.post('/operate/keep-lesson', asking)).status).toBe(403);
  expect((await office.desk().post('/operate/keep-lesson', asking)).status).toBe(401);
});
