import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgres } from '../../src/storage/open-postgres';
import type { Site } from '../channels/web/open-site';
import { startTalk } from '../converse';
import { writeKnowledge } from '../knowledge/articles/write-knowledge';
import { openDesk, signIn, TOKEN } from '../operate/open-office';
import { newDatabase, openSharedSites } from './open-shared-site';

const article = (title: string, questions: readonly string[], body: string) =>
  `---\ntitle: ${title}\nquestions:\n${questions.map((each) => `  - ${each}\n`).join('')}updated: 2026-11-22\n---\n${body}\n`;
const write = () =>
  writeKnowledge({
    'en/articles/router.md': article('Reset the router', ['how do I reset the router', 'the router hangs'], 'Hold it.'),
    'en/articles/bill.md': article('Read the bill', ['how do I read my bill', 'explain the bill'], 'The total.'),
  });

const logged: { readonly event: string }[] = [];
const note = (fields: { readonly event: string }) => void logged.push(fields);
const log = { debug: note, info: note, warn: note, error: note };
const opened: Site[] = [];
const folders: ReturnType<typeof write>[] = [];
afterAll(async () => {
  await Promise.all(opened.map(({ server }) => server.stop()));
  for (const { remove } of folders) remove();
});

const newFolder = () => {
  const written = write();
  folders.push(written);
  return written.folder;
};
async function open(databaseUrl: string, knowledgeFolder: string): Promise<Site> {
  const config = { knowledgeFolder, operators: { token: TOKEN } };
  const [site] = (await openSharedSites(1, databaseUrl, { config, log })) as [Site];
  opened.push(site);
  return site;
}

const ask = async (site: Site) =>
  (await startTalk(site.app, { locale: 'en-GB' }).say('how do I reset the router')).text;
async function soon<Value>(read: () => Promise<Value>, isIt: (value: Value) => boolean): Promise<Value> {
  for (let tries = 0; ; tries++) {
    const value = await read();
    if (isIt(value) || tries === 200) return value;
    await sleep(50);
  }
}

test('what the team writes on the page of one process is answered by the other, where both read one folder', async () => {
  const [databaseUrl, folder] = [await newDatabase(), newFolder()];
  const [one, other] = await Promise.all([open(databaseUrl, folder), open(databaseUrl, folder)]);
  const desk = await signIn(openDesk(one.app.config.publicUrl));
  const page = '/operate/edit?language=en&intent=router';
  const text = article(
    'Reset the router',
    ['how do I reset the router', 'the router hangs'],
    'Hold it for ten seconds.',
  );
  const token = /name="token" value="([^"]*)"/.exec(await (await desk.get(page)).text())?.[1] ?? '';
  const base = readFileSync(join(folder, 'en/articles/router.md'), 'utf8');
  const edit = { token, way: 'edit', language: 'en', intent: 'router', base, text };
  expect((await desk.post('/operate/keep-lesson', edit)).status).toBe(303);
  expect(
    await soon(
      () => ask(other),
      (said) => said.includes('ten seconds'),
    ),
  ).toContain('ten seconds');
  expect(
    await soon(
      () => ask(one),
      (said) => said.includes('ten seconds'),
    ),
  ).toContain('ten seconds');
  const versions = await Promise.all([one, other].map(async ({ call }) => (await call('/readyz')).body.knowledge));
  expect(versions[0]).toEqual({ ...Object(versions[1]), others: [] });
});

test('processes that answer from different folders for over a minute say so: /readyz, the health page and the log', async () => {
  const [databaseUrl, own, behind] = [await newDatabase(), newFolder(), newFolder()];
  const [one, other] = await Promise.all([open(databaseUrl, own), open(databaseUrl, behind)]);
  expect((await one.call('/readyz')).body).toMatchObject({ status: 'ready', knowledge: { others: [] } });
  writeFileSync(
    join(own, 'en/articles/router.md'),
    article('Reset the router', ['how do I reset the router'], 'Wait.'),
  );
  expect(
    await soon(
      () => ask(one),
      (said) => said.includes('Wait.'),
    ),
  ).toContain('Wait.');
  for (const { app } of [one, other]) await app.shared?.compare();
  await one.app.shared?.compare();
  // It may still be on its way.
  expect((await one.call('/readyz')).body).toMatchObject({ status: 'ready', knowledge: { others: [] } });

  const db = await openPostgres(databaseUrl, { connections: 1 });
  await db
    .updateTable('processes')
    .set(({ eb }) => ({ since: eb('since', '-', 61) }))
    .execute();
  for (const { app } of [one, other]) await app.shared?.compare();
  const versionOf = async ({ call }: Site) => Reflect.get(Object((await call('/readyz')).body.knowledge), 'version');
  const [ours, theirs] = [await versionOf(one), await versionOf(other)];
  expect(ours).not.toBe(theirs);
  expect((await one.call('/readyz')).body).toMatchObject({
    status: 'degraded',
    knowledge: { others: [{ process: expect.stringContaining(String(process.pid)), version: theirs }] },
  });
  const desk = await signIn(openDesk(one.app.config.publicUrl));
  expect(await (await desk.get('/operate/health')).text()).toContain(theirs);
  expect(logged).toContainEqual(expect.objectContaining({ event: 'knowledge differs', version: ours }));

  // The other follows.
  cpSync(own, behind, { recursive: true });
  expect(
    await soon(
      () => ask(other),
      (said) => said.includes('Wait.'),
    ),
  ).toContain('Wait.');
  for (const { app } of [other, one]) await app.shared?.compare();
  expect((await one.call('/readyz')).body).toMatchObject({ status: 'ready', knowledge: { version: ours, others: [] } });
  await db.destroy();
});
