import { createHash, randomBytes } from 'node:crypto';
import { REPORT_LASTS_MS, sqlReports } from '../../src/storage/sql-reports';
import { behavesLikeAReportShelf, REPORT, START } from '../contracts/report-shelf.contract';
import { testDatabases } from './open-test-database';
import { waysToWrite } from './ways-to-write';

const open = testDatabases();

const ways = waysToWrite(open, (db, now, write) => sqlReports(db, now, randomBytes, write));
describe.each(ways)('a report shelf that writes %s', (_, openReports) => behavesLikeAReportShelf(openReports));

/** A shelf, the clock that it looks at, and the sizes that it asked chance for. */
async function openShelf() {
  const db = await open();
  const time = { now: START };
  const drawn: number[] = [];
  const bytes = (size: number) => Buffer.alloc(size, drawn.push(size));
  return { db, time, drawn, shelf: sqlReports(db, () => new Date(time.now), bytes) };
}

test('a token is made of 32 random bytes', async () => {
  const { shelf, drawn } = await openShelf();
  await shelf.put(REPORT, 'c');
  await shelf.put(REPORT, 'c');
  expect(drawn).toEqual([32, 32]);
});

test('the database does not know the token, only its SHA-256', async () => {
  const { db, shelf } = await openShelf();
  const { token } = await shelf.put(REPORT, 'c');
  const rows = await db.selectFrom('reports').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(rows.map(({ token_hash }) => token_hash)).toEqual([createHash('sha256').update(token).digest('hex')]);
});

test('the hash that stands in the database is no token', async () => {
  const { db, shelf } = await openShelf();
  await shelf.put(REPORT, 'c');
  const { token_hash } = await db.selectFrom('reports').selectAll().executeTakeFirstOrThrow();
  expect(await shelf.get(token_hash)).toBeUndefined();
});

test('an expired report is deleted when asked to; the others stay', async () => {
  const { db, time, shelf } = await openShelf();
  await shelf.put(REPORT, 'c');
  time.now = START + REPORT_LASTS_MS - 1;
  await shelf.put(REPORT, 'c');
  await shelf.forgetExpired();
  expect(await db.selectFrom('reports').selectAll().execute()).toHaveLength(2);
  time.now = START + REPORT_LASTS_MS;
  await shelf.forgetExpired();
  expect(await db.selectFrom('reports').selectAll().execute()).toHaveLength(1);
});
