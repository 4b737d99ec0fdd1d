import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/bot/config';
import { openStorage } from '../../src/bot/open-storage';
import { sealKey } from '../../src/checks/sealed-key';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-erasure-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const CANARY = 'the-words-of-a-customer';
/** The files of the folder in which it stands. */
const filesWith = (words: string) =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));

/** A conversation of everything that is kept, at a time. */
async function converse(now: () => Date): Promise<Awaited<ReturnType<typeof openStorage>>> {
  const storage = await openStorage(readConfig({ DATA_DIR: folder, RETENTION_DAYS: '1' }), now, () => 0.5);
  const at = now().toISOString();
  for (let n = 0; n < 50; n++) {
    const writes = storage.openWrites();
    const conversation = `directline|${n}`;
    await storage.web.log.start({ id: `${n}`, user: 'dl_x', locale: 'fr' });
    await storage.web.log.append(`${n}`, { type: 'message', text: `${CANARY} ${'x'.repeat(3000)}` });
    await writes.state.write({ [conversation]: { memory: CANARY } });
    await writes.stores.transcript.append(conversation, [{ at, from: 'customer', text: CANARY }]);
    await writes.stores.logbook.note({
      ...{ at, conversation, language: 'fr', channel: 'web', route: 'unknown', outcome: 'failed', latencyMs: 1 },
      question: { text: CANARY, verdict: 'unknown', confidence: 0 },
    });
    await writes.commit();
  }
  return storage;
}

test('after the retention the words are in no file any more, also while the server goes on', async () => {
  let time = new Date('2026-11-01T00:00:00.000Z');
  const storage = await converse(() => time);
  expect(filesWith(CANARY)).not.toEqual([]);
  time = new Date('2026-11-09T00:00:00.000Z');
  await storage.forgetOld();
  expect(filesWith(CANARY)).toEqual([]);
  await storage.close();
  expect(filesWith(CANARY)).toEqual([]);
});

test('a stop leaves no log with words in it', async () => {
  const storage = await converse(() => new Date('2026-11-01T00:00:00.000Z'));
  await storage.close();
  expect(filesWith(CANARY)).toEqual(['passerelle.db']);
});

test('a key that a customer has forgotten is in no file a moment later', async () => {
  const secret = Buffer.alloc(32, 7).toString('base64');
  const config = readConfig({ DATA_DIR: folder, KEY_SECRET: secret });
  const storage = await openStorage(
    config,
    () => new Date(),
    () => 0.5,
  );
  const lent = {
    site: 'https://acme.teamwork.com',
    host: 'acme.teamwork.com',
    isPractice: false,
    key: sealKey('tkn.v1_canary'),
  };
  await storage.keys?.put('directline|a-canary', lent);
  expect(filesWith('directline|a-canary')).not.toEqual([]);
  expect(await storage.keys?.forget('directline|a-canary')).toBe(true);
  expect(filesWith('directline|a-canary')).toEqual([]);
  await storage.close();
});

test('nobody but the owner reads what is kept, whatever the umask', () => {
  const built = (name: string) => JSON.stringify(join(__dirname, '..', '..', 'dist', 'storage', name));
  const code = `process.umask(0);
    const { openDatabase } = require(${built('open-database.js')});
    const { lockFolder } = require(${built('lock-folder.js')});
    openDatabase(process.argv[1]).then((db) => { lockFolder(process.argv[1]); process.kill(process.pid, 'SIGKILL'); });`;
  const inner = join(folder, 'data');
  try {
    execFileSync(process.execPath, ['-e', code, inner], { stdio: 'ignore' });
  } catch {
    // Killed on purpose: its logs are still there.
  }
  expect(statSync(inner).mode & 0o777).toBe(0o700);
  const modes = readdirSync(inner).map((name) => [name, (statSync(join(inner, name)).mode & 0o077).toString(8)]);
  expect(modes.map(([name]) => name)).toEqual(expect.arrayContaining(['passerelle.db', 'passerelle.db-wal']));
  expect(modes.filter(([, others]) => others !== '0')).toEqual([]);
});
