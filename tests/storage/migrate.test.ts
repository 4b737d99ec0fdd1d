import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { lockFolder } from '../../src/storage/lock-folder';
import { openDatabase } from '../../src/storage/open-database';
import { createSchema, type Schema } from '../../src/storage/schema';
import { sqlState } from '../../src/storage/sql-state';
import { StorageError } from '../../src/storage/storage-error';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const NOW = () => new Date('2026-11-23T00:00:00.000Z');
const raw = () => new Database(join(folder, 'passerelle.db'));

/** A state file as it was before there were versions. */
async function unversioned(): Promise<void> {
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw() }) });
  await createSchema(db);
  await sqlState(db, NOW).write({ a: { n: 1 } });
  await db.destroy();
}

test('a file from before there were versions is taken over with all that is in it', async () => {
  await unversioned();
  const db = await openDatabase(folder);
  expect(await sqlState(db, NOW).read(['a'])).toMatchObject({ a: { n: 1 } });
  expect(await db.selectFrom('kysely_migration').select('name').execute()).toEqual([{ name: '0001-tables' }]);
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
    /passerelle\.db was written by a newer version .*9999-later.*0001-tables.*Start that/,
  );
});

test('nobody changes the tables under the feet of a process that serves from them', async () => {
  await unversioned();
  const unlock = lockFolder(folder);
  await expect(openDatabase(folder)).rejects.toThrow(/Another process serves from/);
  unlock();
  await (await openDatabase(folder)).destroy();
}, 20_000);

test('a start on a file of this version changes nothing', async () => {
  await (await openDatabase(folder)).destroy();
  const db = await openDatabase(folder);
  expect(await db.selectFrom('kysely_migration').selectAll().execute()).toHaveLength(1);
  await db.destroy();
});
