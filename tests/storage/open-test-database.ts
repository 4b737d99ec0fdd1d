import type { Kysely } from 'kysely';
import { openDatabase } from '../../src/storage/open-database';
import type { Schema } from '../../src/storage/schema';

/** A database in memory per call, closed after the tests of the file that opened it. */
export function testDatabases(): () => Promise<Kysely<Schema>> {
  const opened: Kysely<Schema>[] = [];
  afterAll(async () => {
    for (const db of opened) await db.destroy();
  });
  return async () => {
    const db = await openDatabase(':memory:');
    opened.push(db);
    return db;
  };
}
