import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKnowledgeService } from '../../../src/bot/knowledge/knowledge-service';
import { fingerprint, readPrepared, writePrepared } from '../../../src/bot/knowledge/prepared-knowledge';
import { intentsOf } from '../../../src/knowledge/articles/intents-of';
import { loadKnowledge } from '../../../src/knowledge/articles/load-knowledge';
import { loadIndex, openIndex } from '../../../src/knowledge/understanding/open-index';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-prepared-'));
  mkdirSync(join(folder, 'kb', 'en', 'articles'), { recursive: true });
  article('Reset the router', 'Hold the button.');
});
afterEach(() => rmSync(folder, { recursive: true }));

const article = (title: string, body: string) =>
  writeFileSync(
    join(folder, 'kb', 'en', 'articles', 'router.md'),
    `---\ntitle: ${title}\nupdated: 2026-11-22\n---\n${body}\n`,
  );

test('the same files have the same fingerprint, and any change another', async () => {
  const before = await fingerprint(join(folder, 'kb'));
  expect(await fingerprint(join(folder, 'kb'))).toBe(before);
  article('Reset the router', 'Hold the button for ten seconds.');
  expect(await fingerprint(join(folder, 'kb'))).not.toBe(before);
});

test('what was prepared answers like what was built', async () => {
  const knowledge = await loadKnowledge(join(folder, 'kb'));
  const built = openIndex(intentsOf(knowledge));
  await writePrepared('print', { knowledge, index: built.save() }, join(folder, 'prepared'));
  const prepared = await readPrepared('print', join(folder, 'prepared'));
  expect(prepared?.knowledge).toEqual(knowledge);
  const loaded = loadIndex(prepared?.index ?? new Uint8Array());
  expect(loaded.judge('how to reset the router')).toEqual(built.judge('how to reset the router'));
});

test('nothing prepared for these files, or something that cannot be read, counts as none', async () => {
  expect(await readPrepared('other', join(folder, 'prepared'))).toBeUndefined();
  mkdirSync(join(folder, 'prepared'));
  writeFileSync(join(folder, 'prepared', 'print'), 'not a prepared knowledge base');
  expect(await readPrepared('print', join(folder, 'prepared'))).toBeUndefined();
});

test('the first start with a knowledge base of somebody else keeps what it built for the next, until a file changes', async () => {
  const keepIn = join(folder, 'kept');
  const open = () => openKnowledgeService(join(folder, 'kb'), { keepIn });
  const first = await open();
  const [kept] = readdirSync(keepIn);
  const second = await open();
  expect(readdirSync(keepIn)).toEqual([kept]);
  expect(second.index.judge('how to reset the router')).toEqual(first.index.judge('how to reset the router'));
  article('Reset the router', 'Hold the button for ten seconds.');
  expect((await open()).library.find('router', 'en')?.summary).toContain('ten seconds');
  expect(readdirSync(keepIn)).not.toEqual([kept]);
});
