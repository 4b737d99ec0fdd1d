import { EventEmitter } from 'node:events';
import fs, { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../../src/bot/compose';
import { createServer, type PasserelleServer } from '../../../src/bot/server';
import { openTestApp, startTalk } from '../../converse';

let folder: string;
let app: App;
let server: PasserelleServer;
let site: string;
let logged: { readonly event: string }[];
let heard: (() => void)[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-watched-'));
  mkdirSync(join(folder, 'en', 'articles'), { recursive: true });
  write('router', article('Reset the router', 'how do I reset the router', 'Hold the button for five seconds.'));
  write('bill', article('Read the bill', 'how do I read my bill', 'The total stands on the last line.'));
  app = await openTestApp({ knowledgeFolder: folder });
  [logged, heard] = [[], []];
  server = createServer({ ...app, log: { debug: note, info: note, warn: note, error: note } });
  site = `http://127.0.0.1:${await server.listen(0)}`;
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.stop();
  rmSync(folder, { recursive: true });
});

const note = (fields: { readonly event: string }) => {
  logged.push(fields);
  for (const wake of heard.splice(0)) wake();
};
const article = (title: string, question: string, summary: string) =>
  `---\ntitle: ${title}\nquestions: ["${question}"]\nupdated: 2026-11-22\n---\n${summary}\n`;
const write = (id: string, text: string) => writeFileSync(join(folder, 'en', 'articles', `${id}.md`), text);
/** Waits for an event that the server logs. */
async function event(name: string): Promise<unknown> {
  for (;;) {
    const found = logged.find((each) => each.event === name);
    if (found) return found;
    await new Promise<void>((resolve) => heard.push(resolve));
  }
}
const ask = async (question: string) => {
  const { text } = await startTalk(app, { locale: 'en-GB' }).say(question);
  return text;
};

test('a changed article answers with its new text, in the conversation and on its page', async () => {
  write('router', article('Reset the router', 'how do I reset the router', 'Hold the button for thirty seconds.'));
  expect(await event('knowledge reloaded')).toMatchObject({ articles: ['en/router'] });
  expect(await ask('how do I reset the router')).toContain('thirty seconds');
  expect(await (await fetch(`${site}/articles/en/router`)).text()).toContain('thirty seconds');
});

test('an added article is found, a removed one is not', async () => {
  write('invoice', article('Download an invoice', 'how do I download an invoice', 'Click on the arrow.'));
  rmSync(join(folder, 'en', 'articles', 'bill.md'));
  expect(await event('knowledge reloaded')).toMatchObject({ articles: ['en/bill', 'en/invoice'] });
  expect(await ask('how do I download an invoice')).toContain('Click on the arrow');
  expect(app.knowledgeService.index.search('bill', { language: 'en' }).map(({ intent }) => intent)).not.toContain(
    'bill',
  );
});

test('a broken article keeps saying what it said, and the log names file and line', async () => {
  write('router', '---\ntitle: Reset the router\nupdatd: 2026-11-22\n---\nHold it for a minute.\n');
  expect(await event('knowledge to mend')).toMatchObject({
    problem: expect.stringMatching(/en\/articles\/router\.md:\d+: .*updat/),
  });
  expect(await ask('how do I reset the router')).toContain('five seconds');
  expect(app.problems[0]?.file).toMatch(/router\.md$/);
});

test('without a single article left everything stays as it was', async () => {
  for (const id of ['router', 'bill']) rmSync(join(folder, 'en', 'articles', `${id}.md`));
  expect(await event('knowledge not reloaded')).toMatchObject({ error: expect.stringContaining('No article found') });
  expect(await ask('how do I reset the router')).toContain('five seconds');
});

test('a word that the vocabulary learns is understood', async () => {
  writeFileSync(join(folder, 'en', 'vocabulary.yml'), 'synonyms:\n  router: [router, gubbins]\n');
  await event('knowledge reloaded');
  expect(app.knowledgeService.index.search('gubbins', { language: 'en' })[0]?.intent).toBe('router');
});

test('a folder that is taken away and put back is watched again, and its articles never go', async () => {
  const [away, here] = [join(folder, 'away'), join(folder, 'en', 'articles')];
  renameSync(here, away);
  renameSync(away, here);
  write('invoice', article('Download an invoice', 'how do I download an invoice', 'Click on the arrow.'));
  await event('knowledge reloaded');
  expect(app.knowledgeService.library.list('en').map(({ id }) => id)).toEqual(
    expect.arrayContaining(['router', 'bill']),
  );
  logged.length = 0;
  write('router', article('Reset the router', 'how do I reset the router', 'Hold the button for a minute.'));
  await event('knowledge reloaded');
  expect(await ask('how do I reset the router')).toContain('a minute');
});

test('on a file system that tells of nothing, a change is found by looking', async () => {
  await server.stop();
  // As a network's does of what another machine writes.
  const deaf = jest.spyOn(fs, 'watch').mockReturnValue(new EventEmitter() as fs.FSWatcher);
  app = await openTestApp({ knowledgeFolder: folder, knowledgePollSeconds: 1 });
  server = createServer({ ...app, log: { debug: note, info: note, warn: note, error: note } });
  await server.listen(0);
  write('router', article('Reset the router', 'how do I reset the router', 'Hold the button for an hour.'));
  await event('knowledge reloaded');
  expect(await ask('how do I reset the router')).toContain('an hour');
  expect(deaf).not.toHaveBeenCalled();
});

test.each([
  ['told of changes', undefined],
  ['looking for them', 1],
])('what was written between reading and watching is found, %s', async (_how, knowledgePollSeconds) => {
  app = await openTestApp({ knowledgeFolder: folder, knowledgePollSeconds });
  write('router', article('Reset the router', 'how do I reset the router', 'Hold the button all night.'));
  await server.stop();
  server = createServer({ ...app, log: { debug: note, info: note, warn: note, error: note } });
  await server.listen(0);
  await event('knowledge reloaded');
  expect(await ask('how do I reset the router')).toContain('all night');
});

test('articles in a folder that comes later are found', async () => {
  mkdirSync(join(folder, 'fr', 'articles'), { recursive: true });
  writeFileSync(
    join(folder, 'fr', 'articles', 'router.md'),
    article('Redémarrer la box', 'comment redémarrer ma box', 'Appuyez cinq secondes.'),
  );
  await event('knowledge reloaded');
  expect(await event('knowledge to mend')).toMatchObject({ problem: expect.stringContaining('fr: a new language') });
});
