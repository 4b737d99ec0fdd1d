import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryStorage, type Storage } from 'botbuilder';
import type { Kysely } from 'kysely';
import { openDatabase } from '../../src/storage/open-database';
import type { Schema } from '../../src/storage/schema';
import { sqlState } from '../../src/storage/sql-state';
import { storageContract } from '../contracts/storage.contract';

const now = () => new Date('2026-11-23T18:30:00Z');
const opened: { db: Kysely<Schema>; folder?: string }[] = [];

afterAll(async () => {
  for (const { db, folder } of opened) {
    await db.destroy();
    if (folder) rmSync(folder, { recursive: true });
  }
});

async function openState(where: 'memory' | 'file'): Promise<Storage> {
  const folder = where === 'file' ? mkdtempSync(join(tmpdir(), 'passerelle-state-')) : undefined;
  const db = await openDatabase(folder ?? ':memory:');
  opened.push({ db, ...(folder === undefined ? {} : { folder }) });
  return sqlState(db, now);
}

describe('our storage in memory keeps the contract', () => {
  storageContract(() => openState('memory'), { atomicBatches: true, anyKey: true });
});

describe('our storage in a file keeps the contract', () => {
  storageContract(() => openState('file'), { atomicBatches: true, anyKey: true });
});

describe('the framework’s own MemoryStorage keeps the contract, as far as it goes', () => {
  storageContract(async () => new MemoryStorage(), { atomicBatches: false, anyKey: false });
});

test('what was written outlives the process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-state-'));
  const before = await openDatabase(folder);
  await sqlState(before, now).write({ a: { n: 1 } });
  await before.destroy();
  const after = await openDatabase(folder);
  opened.push({ db: after, folder });
  expect(await sqlState(after, now).read(['a'])).toMatchObject({ a: { n: 1 } });
});

test('an eTag of before a restart still guards: the counter that begins anew gives no old one again', async () => {
  const db = await openDatabase(':memory:');
  opened.push({ db });
  const before = sqlState(db, now);
  await before.write({ a: { n: 1 } });
  const old = (await before.read(['a'])).a;
  const after = sqlState(db, now);
  await after.write({ a: { n: 2 } });
  await expect(after.write({ a: { ...old, n: 3 } })).rejects.toThrow('eTag conflict');
});
