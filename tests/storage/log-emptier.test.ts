import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readConfig } from '../../src/bot/config';
import { openStorage } from '../../src/bot/open-storage';
import { sealKey } from '../../src/checks/sealed-key';
import { kill } from './hold-folder';

const CANARY = 'directline|a-canary';
const NOON = new Date('2026-11-23T12:00:00Z');
const lent = { site: 'https://a.test', host: 'a.test', isPractice: false, key: sealKey('tkn.v1_x') };
const folder = mkdtempSync(join(tmpdir(), 'passerelle-log-'));
const readers: ChildProcess[] = [];
afterAll(() => {
  for (const reader of readers) reader.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const filesWith = (words: string) =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));

/** A process that looks into the state file, as a backup does, and takes its time. */
async function read(): Promise<ChildProcess> {
  const libsql = JSON.stringify(require.resolve('libsql'));
  const code = `const Database = require(${libsql});
    const db = new Database(process.argv[1]);
    db.exec('begin'); db.prepare('select * from state').all();
    console.log('reading'); setInterval(() => {}, 1000);`;
  const file = join(folder, 'passerelle.db');
  const child = spawn(process.execPath, ['-e', code, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  readers.push(child);
  await once(child.stdout ?? child, 'data');
  return child;
}

test('what a customer has had forgotten leaves the log when whoever reads has gone; somebody is told once when it lasts', async () => {
  const told: string[] = [];
  const pauses: number[] = [];
  let ring = () => {};
  const config = readConfig({ DATA_DIR: folder, KEY_SECRET: Buffer.alloc(32, 7).toString('base64') });
  const storage = await openStorage(
    config,
    () => NOON,
    () => 0.5,
    {
      onLogKept: (why) => told.push(why),
      wait: (milliseconds, signal) =>
        new Promise((resolve, reject) => {
          pauses.push(milliseconds);
          ring = resolve;
          signal.addEventListener('abort', () => reject(new Error('stopped')));
        }),
    },
  );
  /** The next pause is over, and what comes after it is done. */
  const later = async () => {
    const before = pauses.length;
    ring();
    for (let looks = 0; pauses.length === before && looks < 1000; looks++) await setImmediate();
  };
  await storage.keys?.put(CANARY, lent);
  const reader = await read();
  expect(await storage.keys?.forget(CANARY)).toBe(true);
  expect(filesWith(CANARY)).toContain('passerelle.db-wal');
  // Who asks meanwhile does not make more of it.
  await storage.forgetOld();
  await storage.emptyLog();
  for (let tries = 0; tries < 9; tries++) await later();
  expect(told).toEqual(['another process reads the state file']);
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000]);

  await kill(reader);
  await later();
  expect(filesWith(CANARY)).toEqual([]);
  expect(pauses).toHaveLength(10);
  await storage.close();
});
