import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { openDatabase } from '../../src/storage/open-database';
import { openPostgres } from '../../src/storage/open-postgres';
import type { Schema } from '../../src/storage/schema';

/** Which engine the suites of the storage run on: both, one after the other (jest.config.cjs). */
declare const STORAGE_ENGINE: 'postgres' | undefined;
export const isPostgres = typeof STORAGE_ENGINE !== 'undefined';

/** A new database per call, in memory or on the tests' own server, closed after the tests of the file that opened it. */
export function testDatabases(): () => Promise<Kysely<Schema>> {
  const opened: Kysely<Schema>[] = [];
  afterAll(async () => {
    for (const db of opened) await db.destroy();
  });
  return async () => {
    const db = await (isPostgres ? openNewPostgres() : openDatabase(':memory:'));
    opened.push(db);
    return db;
  };
}

async function openNewPostgres(): Promise<Kysely<Schema>> {
  const server = process.env.TEST_POSTGRES ?? '';
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = await openPostgres(server, { connections: 1 });
  await sql.raw(`create database ${name}`).execute(admin);
  await admin.destroy();
  return openPostgres(server.replace(/\/postgres$/, `/${name}`), { connections: 4 });
}
