import { sqlTransferCodes } from '../../src/storage/sql-transfer-codes';
import { behavesLikeTransferCodes } from '../contracts/transfer-codes.contract';
import { testDatabases } from './open-test-database';
import { waysToWrite } from './ways-to-write';

const open = testDatabases();
const NOON = Date.parse('2026-11-23T12:00:00Z');

const ways = waysToWrite(open, (db, now, write) => sqlTransferCodes<{ topic: string }>(db, now, numbers(), write));
describe.each(ways)('transfer codes that write %s', (_, openCodes) => behavesLikeTransferCodes(openCodes));

/** Numbers in [0, 1) that are the same in every run. */
function numbers(): () => number {
  let drawn = 0;
  return () => (drawn++ * 0.37) % 1;
}

async function codesAt() {
  const db = await open();
  let now = NOON;
  const codes = sqlTransferCodes<{ topic: string }>(db, () => new Date(now), numbers());
  return {
    db,
    codes,
    wait: (minutes: number) => {
      now += minutes * 60_000;
    },
  };
}

test('two who type it at once: only one goes on with it', async () => {
  const { codes } = await codesAt();
  const code = await codes.put({ topic: 'inbox' });
  const taken = await Promise.all([codes.take(code), codes.take(code)]);
  expect(taken.filter(Boolean)).toEqual([{ topic: 'inbox' }]);
});

test('what was under a code whose time is over is deleted', async () => {
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
