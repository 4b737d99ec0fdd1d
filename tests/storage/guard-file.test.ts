import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import Database from 'libsql';
import { openDatabase, openStateFile } from '../../src/storage/open-database';
import type { Schema } from '../../src/storage/schema';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-guard-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, 'passerelle.db');
const log = () => `${file()}-wal`;
const say = (db: Kysely<Schema>, text: string) =>
  db.insertInto('transcript').values({ conversation: 'c', at: '2026', from: 'user', text }).execute();
const said = async (db: Kysely<Schema>) =>
  (await db.selectFrom('transcript').select('text').orderBy('id').execute()).map(({ text }) => text);
/** What the next process finds when this one has ended without a word: not what was in its memory. */
const afterwards = (data: string, name = 'passerelle.db') => {
  const next = join(folder, 'next');
  mkdirSync(next);
  for (const end of ['', '-wal']) cpSync(join(data, name + end), join(next, `passerelle.db${end}`));
  return openDatabase(next);
};
/** Garbage in the place of what was there. */
const garble = (path: string, from: number, to: number) => {
  const bytes = readFileSync(path);
  bytes.fill(0xa7, from, to);
  writeFileSync(path, bytes);
};

test.each([
  ['cut short', 'emptied', () => truncateSync(log(), 0)],
  ['cut short', 'cut in the middle', () => truncateSync(log(), statSync(log()).size - 5000)],
  [
    'cut short',
    'emptied, and as long again',
    () => {
      const { size } = statSync(log());
      truncateSync(log(), 0);
      appendFileSync(log(), Buffer.alloc(size));
    },
  ],
])('what is written after its log was made “%s” (%s) is not taken for stored', async (what, _, act) => {
  const { db, fault } = await openStateFile(folder);
  for (let i = 0; i < 5; i++) await say(db, `kept ${i}`);
  expect(fault()).toBeUndefined();
  act();
  await expect(say(db, 'lost')).rejects.toThrow(`was ${what}`);
  await expect(db.transaction().execute((trx) => say(trx as never, 'lost'))).rejects.toThrow(`was ${what}`);
  expect(fault()).toBe(what);
  await db.destroy();
  // Whatever is lost with the log, the file is well.
  const next = await afterwards(folder);
  expect(await said(next)).not.toContain('lost');
  await next.destroy();
});

test('what is written while the log is being cut is not taken for stored either', async () => {
  const { db } = await openStateFile(folder);
  for (let i = 0; i < 5; i++) await say(db, `kept ${i}`);
  const written = db.transaction().execute(async (trx) => {
    await say(trx as never, 'lost');
    truncateSync(log(), 0);
  });
  await expect(written).rejects.toThrow('was cut short');
  await db.destroy();
});

test('a log that SQLite empties or begins anew, here or in another process, is well', async () => {
  const { db, fault } = await openStateFile(folder);
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 5; i++) await say(db, `${round} ${i}`);
    if (round === 0) await sql`pragma wal_checkpoint(truncate)`.execute(db);
    if (round === 1) {
      const other = new Database(file());
      other.exec('pragma wal_checkpoint(truncate)');
      other.exec("insert into transcript (conversation, at, \"from\", text) values ('c', '2026', 'user', 'theirs')");
      other.close();
    }
    expect(fault()).toBeUndefined();
  }
  // More than the log may hold: it begins anew by itself.
  const long = 'x'.repeat(100_000);
  for (let i = 0; i < 60; i++) await say(db, long);
  expect(fault()).toBeUndefined();
  await db.destroy();
  expect(fault()).toBeUndefined();
});

test.each([
  ['its head', 0, 100],
  ['the first pages of its tables', 4096, 12 * 4096],
])('a file of which %s is overwritten is damaged', async (_, from, to) => {
  const { db, fault } = await openStateFile(folder);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  expect(fault()).toBeUndefined();
  garble(file(), from, to);
  expect(fault()).toBe('damaged');
  await expect(say(db, 'lost')).rejects.toThrow('was damaged');
  await db.destroy();
});

test('what SQLite itself finds broken is damaged from then on', async () => {
  const first = await openDatabase(folder);
  for (let i = 0; i < 3000; i++) await say(first, 'x'.repeat(3000));
  await first.destroy();
  const { db, fault } = await openStateFile(folder);
  const { size } = statSync(file());
  garble(file(), 100 * 4096, size - 4096);
  await expect(said(db)).rejects.toThrow(/malformed/);
  expect(fault()).toBe('damaged');
  await db.destroy();
});

test.each([
  ['first pages', 4096, 12 * 4096],
  ['middle', 100 * 4096, 120 * 4096],
])('a start from a file of which the %s are garbage is refused, with the file and the remedy', async (_, from, to) => {
  const first = await openDatabase(folder);
  for (let i = 0; i < 300; i++) await say(first, 'x'.repeat(3000));
  await first.destroy();
  garble(file(), from, to);
  const refused = await openDatabase(folder).then(
    (db) => db.destroy(),
    (error: Error) => error.message,
  );
  expect(refused).toContain(`The state file ${file()} is damaged (`);
  expect(refused).toMatch(/Put it back from a copy/);
});

test('a state file on another volume is served through its link, and is watched there', async () => {
  const [data, volume] = [join(folder, 'data'), join(folder, 'volume')];
  for (const each of [data, volume]) mkdirSync(each);
  symlinkSync(join(volume, 'state.db'), join(data, 'passerelle.db'));
  const { db, fault } = await openStateFile(data);
  await say(db, 'bonjour');
  expect(fault()).toBeUndefined();
  truncateSync(join(volume, 'state.db-wal'), 0);
  expect(fault()).toBe('cut short');
  await db.destroy();
  const next = await afterwards(volume, 'state.db');
  await next.destroy();
});
