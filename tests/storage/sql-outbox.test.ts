import type { Announcement } from '../../src/outbox/outbox';
import { forgetBefore } from '../../src/storage/schema';
import { sqlOutbox } from '../../src/storage/sql-outbox';
import { behavesLikeAnOutbox } from '../contracts/outbox.contract';
import { isPostgres, testDatabases } from './open-test-database';
import { waysToWrite } from './ways-to-write';

const open = testDatabases();
const NOON = new Date('2026-11-23T12:00:00Z');
const reminder: Announcement = { kind: 'reminder' };
const answer: Announcement = { kind: 'answer', reference: 'P-1', text: 'Bonjour' };
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

const ways = waysToWrite(open, (db, now, write) => sqlOutbox(db, now, write, undefined, { most: 2 }));
describe.each(ways)('an outbox that writes %s', (_, openOutbox) => behavesLikeAnOutbox(openOutbox));

async function outboxAt(start: Date) {
  const db = await open();
  let now = start;
  const box = sqlOutbox(db, () => now);
  return {
    db,
    box,
    at: (time: Date) => {
      now = time;
    },
  };
}

test('what is due is handed out once, what is not due stays', async () => {
  const { box, at } = await outboxAt(NOON);
  await box.put('msteams|a', answer, NOON);
  await box.put('directline|b', reminder, later(60));
  expect(await box.claimDue()).toEqual([
    { id: expect.any(Number), conversation: 'msteams|a', announcement: answer, firstTryAt: NOON },
  ]);
  expect(await box.claimDue()).toEqual([]);
  at(later(60));
  const due = await box.claimDue();
  expect(due.map(({ conversation }) => conversation)).toEqual(['msteams|a', 'directline|b']);
});

test('two processes that look at once share it out: nothing is said twice', async () => {
  const { db, box } = await outboxAt(NOON);
  const other = sqlOutbox(db, () => NOON);
  for (let i = 0; i < 10; i++) await box.put(`msteams|${i}`, reminder, NOON);
  const [mine, theirs] = await Promise.all([box.claimDue(), other.claimDue()]);
  const all = [...mine, ...theirs].map(({ conversation }) => conversation);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(10);
});

test('those who look take as many as they may, and none is left out', async () => {
  const { db, box } = await outboxAt(NOON);
  for (let i = 0; i < 45; i++) await box.put(`msteams|${i}`, answer, NOON);
  const taken = await Promise.all(
    [box, sqlOutbox(db, () => NOON), sqlOutbox(db, () => NOON)].map((each) => each.claimDue()),
  );
  expect(Math.max(...taken.map(({ length }) => length))).toBe(20);
  const all = [...taken.flat(), ...(await box.claimDue())].map(({ id }) => id);
  expect([all.length, new Set(all).size]).toEqual([45, 45]);
});

if (isPostgres)
  test('a row that another process has in hand is passed over, not waited for', async () => {
    const { db, box } = await outboxAt(NOON);
    for (const conversation of ['msteams|a', 'msteams|b']) await box.put(conversation, answer, NOON);
    await db.transaction().execute(async (other) => {
      await other.selectFrom('outbox').select('id').where('conversation', '=', 'msteams|a').forUpdate().execute();
      expect((await box.claimDue()).map(({ conversation }) => conversation)).toEqual(['msteams|b']);
    });
    expect((await box.claimDue()).map(({ conversation }) => conversation)).toEqual(['msteams|a']);
  });

test('what failed comes back after a minute, then after two, then four, and at least every hour', async () => {
  const { box, at } = await outboxAt(NOON);
  await box.put('msteams|a', reminder, NOON);
  const tries: number[] = [];
  for (let minute = 0; minute < 300; minute++) {
    at(later(minute));
    for (const { firstTryAt } of await box.claimDue()) {
      expect(firstTryAt).toEqual(NOON);
      tries.push(minute);
    }
  }
  expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
});

test('what was said, or given up, is not handed out again; what was given up can still be seen', async () => {
  const { db, box, at } = await outboxAt(NOON);
  await box.put('msteams|a', reminder, NOON);
  await box.put('msteams|b', reminder, NOON);
  const [first, second] = await box.claimDue();
  await box.close(first?.id ?? 0, 'said');
  await box.close(second?.id ?? 0, 'given-up');
  at(later(600));
  expect(await box.claimDue()).toEqual([]);
  const rows = await db.selectFrom('outbox').select('state').orderBy('id').execute();
  expect(rows.map(({ state }) => state)).toEqual(['said', 'given-up']);
});

test('what was said is forgotten after its time; what still waits is not', async () => {
  const { db, box } = await outboxAt(NOON);
  await box.put('msteams|a', reminder, NOON);
  await box.put('msteams|b', reminder, NOON);
  const [first] = await box.claimDue();
  await box.close(first?.id ?? 0, 'said');
  await forgetBefore(db, later(10_000).toISOString());
  const rows = await db.selectFrom('outbox').select('conversation').execute();
  expect(rows).toEqual([{ conversation: 'msteams|b' }]);
});
