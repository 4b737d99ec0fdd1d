import { sqlTransferCodes } from '../../src/storage/sql-transfer-codes';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const NOON = Date.parse('2026-11-23T12:00:00Z');

async function codesAt() {
  const db = await open();
  let now = NOON;
  let drawn = 0;
  const codes = sqlTransferCodes<{ topic: string }>(
    db,
    () => new Date(now),
    () => (drawn++ * 0.37) % 1,
  );
  return {
    db,
    codes,
    wait: (minutes: number) => {
      now += minutes * 60_000;
    },
  };
}

test('a code brings back what was put under it, once', async () => {
  const { codes } = await codesAt();
  const code = await codes.put({ topic: 'inbox' });
  const other = await codes.put({ topic: 'agents' });
  expect(await codes.take(code)).toEqual({ topic: 'inbox' });
  expect(await codes.take(code)).toBeUndefined();
  expect(await codes.take(other)).toEqual({ topic: 'agents' });
});

test('two who type it at once: only one goes on with it', async () => {
  const { codes } = await codesAt();
  const code = await codes.put({ topic: 'inbox' });
  const taken = await Promise.all([codes.take(code), codes.take(code)]);
  expect(taken.filter(Boolean)).toEqual([{ topic: 'inbox' }]);
});

test('after ten minutes a code is worth nothing, and what was under it is deleted', async () => {
  const { db, codes, wait } = await codesAt();
  const code = await codes.put({ topic: 'inbox' });
  wait(10);
  expect(await codes.take(code)).toBeUndefined();
  await codes.put({ topic: 'agents' });
  expect(await db.selectFrom('carry_codes').select('item').execute()).toEqual([{ item: '{"topic":"agents"}' }]);
});

test('the code itself is not in the database', async () => {
  const { db, codes } = await codesAt();
  const code = await codes.put({ topic: 'inbox' });
  const rows = JSON.stringify(await db.selectFrom('carry_codes').selectAll().execute());
  expect(rows).not.toContain(code);
  expect(rows).not.toContain(code.replace('-', ''));
});
