import { createHash } from 'node:crypto';
import type { Report } from '../../src/checks/report';
import { REPORT_LASTS_MS, sqlReports } from '../../src/storage/sql-reports';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const START = Date.parse('2026-11-23T18:30:00Z');
const REPORT: Report = {
  title: 'Prêt pour la migration ?',
  intro: "L'état de acme.teamwork.com",
  language: 'fr',
  rows: [{ state: 'problem', sign: '✗', word: 'à corriger', title: 'Déclencheurs', text: '**Close after 72h** 😀' }],
  footer: 'Passerelle',
  at: '2026-11-23T18:29:58.000Z',
};

/** A shelf, the clock that it looks at, and the sizes that it asked chance for. */
async function openShelf() {
  const db = await open();
  const time = { now: START };
  const drawn: number[] = [];
  const bytes = (size: number) => Buffer.alloc(size, drawn.push(size));
  return { db, time, drawn, shelf: sqlReports(db, () => new Date(time.now), bytes) };
}

test('a report is found again by its token, whole, for seven days', async () => {
  const { shelf } = await openShelf();
  const { token, expiresAt } = await shelf.put(REPORT);
  expect(await shelf.get(token)).toEqual(REPORT);
  expect(expiresAt).toBe('2026-11-30T18:30:00.000Z');
});

test('each report has a token of its own, of 32 random bytes, that fits into an address', async () => {
  const { shelf, drawn } = await openShelf();
  const tokens = [await shelf.put(REPORT), await shelf.put({ ...REPORT, title: 'Other' })].map(({ token }) => token);
  expect(drawn).toEqual([32, 32]);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  expect(await shelf.get(tokens[1] ?? '')).toMatchObject({ title: 'Other' });
  expect(await shelf.get(tokens[0] ?? '')).toEqual(REPORT);
});

test('the database does not know the token, only its SHA-256', async () => {
  const { db, shelf } = await openShelf();
  const { token } = await shelf.put(REPORT);
  const rows = await db.selectFrom('reports').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(rows.map(({ token_hash }) => token_hash)).toEqual([createHash('sha256').update(token).digest('hex')]);
});

test.each(['', 'x', 'A'.repeat(43), '%', "' or 1=1 --", 'é😀'.repeat(500)])(
  'a token that is not known finds nothing: %s',
  async (token) => {
    const { shelf } = await openShelf();
    await shelf.put(REPORT);
    expect(await shelf.get(token)).toBeUndefined();
  },
);

test('the hash that stands in the database is no token', async () => {
  const { db, shelf } = await openShelf();
  await shelf.put(REPORT);
  const { token_hash } = await db.selectFrom('reports').selectAll().executeTakeFirstOrThrow();
  expect(await shelf.get(token_hash)).toBeUndefined();
});

test('an expired report is not given out, and is forgotten when asked to; the others stay', async () => {
  const { db, time, shelf } = await openShelf();
  const old = await shelf.put(REPORT);
  time.now = START + REPORT_LASTS_MS - 1;
  const young = await shelf.put(REPORT);
  expect(await shelf.get(old.token)).toEqual(REPORT);
  await shelf.forgetExpired();
  expect(await db.selectFrom('reports').selectAll().execute()).toHaveLength(2);
  time.now = START + REPORT_LASTS_MS;
  expect(await shelf.get(old.token)).toBeUndefined();
  await shelf.forgetExpired();
  expect(await db.selectFrom('reports').selectAll().execute()).toHaveLength(1);
  expect(await shelf.get(young.token)).toEqual(REPORT);
});
