import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openPostgres } from '../../src/storage/open-postgres';
import { sqlRateLevels } from '../../src/storage/sql-rate-levels';
import type { Site } from '../channels/web/open-site';
import { newDatabase, openSharedSites } from './open-shared-site';

const secret = Buffer.alloc(32, 7);
let sites: readonly Site[] = [];
afterAll(() => Promise.all(sites.map(({ server }) => server.stop())));

const tokensOf = async (site: Site, tries: number) => {
  const answers = await Promise.all(Array.from({ length: tries }, () => site.call('/widget/token', { body: {} })));
  return answers.filter(({ status }) => status === 200).length;
};

test('a caller who asks two processes in turn is told to wait by both', async () => {
  const databaseUrl = await newDatabase();
  // As good as none comes back while the test runs.
  const tokens = { burst: 40, perSecond: 0.001 };
  sites = await openSharedSites(2, databaseUrl, { limits: { tokens } });
  const [one, other] = sites as [Site, Site];
  expect(await tokensOf(one, 50)).toBe(40);
  const db = await openPostgres(databaseUrl, { connections: 1 });
  for (let tries = 0; (await levelsOf(db)).length === 0 && tries < 100; tries++) await sleep(20);
  let passed = 0;
  while ((await tokensOf(other, 1)) > 0) passed++;
  // The other hears of it when it has given half as much, at the latest.
  expect(passed).toBeLessThan(30);
  // Nobody reads there who has called.
  expect(JSON.stringify(await levelsOf(db))).not.toContain('127.0.0.1');
  await db.destroy();
});

const levelsOf = async (db: Awaited<ReturnType<typeof openPostgres>>) =>
  db.selectFrom('rate_levels').selectAll().execute();

test('buckets fill up by the clock of the database, are bounded in what they owe, and are forgotten when they are full', async () => {
  const db = await openPostgres(await newDatabase(), { connections: 2 });
  const levels = sqlRateLevels(db, secret);
  const spend = async (seconds: number) =>
    (await levels.spend([{ name: 'posts ana', seconds, fillsIn: 100 }])).get('posts ana');
  expect(await spend(60)).toBeCloseTo(60, 0);
  expect(await spend(60)).toBeCloseTo(120, 0);
  // As after a jump of the clock: a day ahead.
  await db.updateTable('rate_levels').set({ full_at: sql<number>`full_at + 86400` }).execute();
  expect(await spend(1)).toBeCloseTo(200, 0);
  await levels.forgetFull();
  expect(await levelsOf(db)).toHaveLength(1);
  await db.updateTable('rate_levels').set({ full_at: 1 }).execute();
  expect(await spend(60)).toBeCloseTo(60, 0);
  await db.updateTable('rate_levels').set({ full_at: 1 }).execute();
  await levels.forgetFull();
  expect(await levelsOf(db)).toEqual([]);
  await db.destroy();
});

test('two processes that count the same callers in another order do not wait for each other', async () => {
  const db = await openPostgres(await newDatabase(), { connections: 4 });
  const levels = sqlRateLevels(db, secret);
  const callers = Array.from({ length: 200 }, (_, i) => ({ name: `posts ${i}`, seconds: 1, fillsIn: 100 }));
  for (let round = 0; round < 5; round++)
    await Promise.all([levels.spend(callers), levels.spend([...callers].reverse()), levels.forgetFull()]);
  const left = await levels.spend(callers);
  expect([...left.values()].every((seconds) => seconds > 9)).toBe(true);
  await db.destroy();
});
