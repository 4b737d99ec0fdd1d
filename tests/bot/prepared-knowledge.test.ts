import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint, readPrepared, writePrepared } from '../../src/bot/prepared-knowledge';
import { intentsOf } from '../../src/knowledge/articles/intents-of';
import { loadKnowledge } from '../../src/knowledge/articles/load-knowledge';
import { loadIndex, openIndex } from '../../src/knowledge/understanding/open-index';

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
