import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { createTables } from '../../src/storage/migrations/create-tables';
import { openDatabase } from '../../src/storage/open-database';
import type { Schema } from '../../src/storage/schema';
import { sqlActivityLog } from '../../src/storage/sql-activity-log';
import { sqlState } from '../../src/storage/sql-state';
import { StorageError } from '../../src/storage/storage-error';
import { folderHolders, kill } from './hold-folder';

const hold = folderHolders();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const NOW = () => new Date('2026-11-23T00:00:00.000Z');
const raw = () => new Database(join(folder, 'passerelle.db'));

/** A state file as it was before there were versions. */
async function unversioned(): Promise<void> {
  const dialect = new SqliteDialect({ database: raw() });
  await createTables(new Kysely<never>({ dialect }), 'sqlite');
  const db = new Kysely<Schema>({ dialect });
  await sqlState(db, NOW).write({ a: { n: 1 } });
  await db.destroy();
}

test('a file from before there were versions is taken over with all that is in it', async () => {
  await unversioned();
  const db = await openDatabase(folder);
  expect(await sqlState(db, NOW).read(['a'])).toMatchObject({ a: { n: 1 } });
  expect(await db.selectFrom('kysely_migration').select('name').execute()).toMatchObject([
    { name: '0001-tables' },
    { name: '0002-number-per-conversation' },
    { name: '0003-know-conversations-of-cases' },
    { name: '0004-number-by-conversation' },
    { name: '0005-hold-turns' },
    { name: '0006-deliver-cases' },
    { name: '0007-log-turns' },
    { name: '0008-know-conversations-of-links' },
    { name: '0009-share-limits' },
    { name: '0010-mark-commits' },
  ]);
  await db.destroy();
});

test('what was asked before there were outcomes is taken over into the logbook: an answer is silent, a refusal failed', async () => {
  await unversioned();
  const before = raw();
  const put = before.prepare('insert into questions values (?, ?, ?, ?, ?, ?, ?)');
  put.run('2026-11-22T00:00:00.000Z', 'web|a', 'fr', 'et le fax ?', 'unknown', null, 0.1);
  put.run('2026-11-21T00:00:00.000Z', 'web|a', 'fr', 'ma boîte ?', 'answer', 'inbox', 0.9);
  before.close();
  const db = await openDatabase(folder);
  expect(await db.selectFrom('turns').selectAll().orderBy('id').execute()).toMatchObject([
    { text: 'ma boîte ?', outcome: 'silent', route: 'answer', intent: 'inbox', confidence: 0.9, handled: null },
    { text: 'et le fax ?', outcome: 'failed', route: 'unknown', intent: null, conversation: 'web|a' },
  ]);
  await db.destroy();
});

test('a file of a newer version is refused with both versions and the remedy, and left as it is', async () => {
  await (await openDatabase(folder)).destroy();
  const newer = raw();
  newer.exec("insert into kysely_migration (name, timestamp) values ('9999-later', 'x')");
  newer.close();
  const refusal = await openDatabase(folder).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StorageError);
  expect(String(refusal)).toMatch(
    /passerelle\.db was written by a newer version .*9999-later.*knows up to 0010.*Start that/,
  );
});

test('nobody changes the tables under the feet of a process that serves from them', async () => {
  await unversioned();
  const serving = await hold(folder);
  await expect(openDatabase(folder)).rejects.toThrow(`Process ${serving.pid} serves from`);
  await kill(serving);
  await (await openDatabase(folder)).destroy();
}, 20_000);

test('a start on a file of this version changes nothing', async () => {
  await (await openDatabase(folder)).destroy();
  const db = await openDatabase(folder);
  expect(await db.selectFrom('kysely_migration').selectAll().execute()).toHaveLength(10);
  await db.destroy();
});

/** As the version before numbered: all conversations together. */
async function withTalk(): Promise<void> {
  await unversioned();
  const old = raw();
  const said = old.prepare(
    "insert into web_activities (conversation, client_id, awaits_turn, at, item) values (?, ?, ?, '2026-11-23', ?)",
  );
  for (const id of ['a', 'b', 'silent'])
    old.prepare("insert into web_conversations values (?, 'dl_1', 'fr', '2026-11-23')").run(id);
  for (let n = 1; n <= 6; n++) said.run(n % 2 ? 'a' : 'b', `client-${n}`, n === 6 ? 1 : 0, `{"text":"${n}"}`);
  said.run('silent', null, 0, '{}');
  old.exec("delete from web_activities where conversation = 'silent'");
  old
    .prepare('insert into cases values (?, ?, ?)')
    .run('P-1', '2026-11-23', JSON.stringify({ reference: 'P-1', conversation: 'directline|a', name: 'Ana' }));
  old.exec("insert into cases values ('P-2', '2026-11-22', 'torn')");
  old.close();
}

describe('a client that was open while the server was brought up to date', () => {
  test('has what it had, under the same numbers, and gets what comes next after its watermark', async () => {
    await withTalk();
    const db = await openDatabase(folder);
    const log = sqlActivityLog(db, NOW);
    expect((await log.since('a', 0, 10)).map(({ number }) => number)).toEqual([1, 3, 5]);
    expect(await log.latest('b')).toBe(6);
    await log.append('a', { text: 'new' });
    expect(await log.since('a', 5, 10)).toEqual([{ number: 6, activity: { text: 'new' } }]);
    await db.destroy();
  });

  test('posts again what it is not sure of, and it is known', async () => {
    await withTalk();
    const db = await openDatabase(folder);
    const again = await sqlActivityLog(db, NOW).append('b', { text: '6' }, { clientId: 'client-6', awaitsTurn: true });
    expect(again).toEqual({ number: 6, isNew: false });
    expect(await sqlActivityLog(db, NOW).unanswered()).toMatchObject([{ conversation: 'b', number: 6 }]);
    await db.destroy();
  });

  test('misses nothing when all that it has seen was deleted before: it may hold any number', async () => {
    await withTalk();
    const db = await openDatabase(folder);
    expect(await sqlActivityLog(db, NOW).append('silent', { text: 'new' })).toMatchObject({ number: 8 });
    await db.destroy();
  });
});

test('a case of an older version knows its conversation afterwards; one that nobody can read stays as it is', async () => {
  await withTalk();
  const db = await openDatabase(folder);
  const rows = await db.selectFrom('cases').select(['reference', 'conversation']).orderBy('reference').execute();
  expect(rows).toEqual([
    { reference: 'P-1', conversation: 'directline|a' },
    { reference: 'P-2', conversation: null },
  ]);
  await db.destroy();
});

test('a migration that breaks off leaves the file as it was', async () => {
  await withTalk();
  const old = raw();
  // In the way of the third migration.
  old.exec('create table other (a text); create index cases_of on other (a)');
  old.close();
  await expect(openDatabase(folder)).rejects.toThrow(/cases_of/);
  const after = raw();
  const columns = after.prepare('pragma table_info(web_activities)').all() as { name: string; pk: number }[];
  expect(columns.filter(({ pk }) => pk > 0).map(({ name }) => name)).toEqual(['number']);
  expect(after.prepare('select count(*) as n from web_activities').get()).toMatchObject({ n: 6 });
  after.exec('drop table other');
  after.close();
  await (await openDatabase(folder)).destroy();
});
