import { openCommitQueue } from '../../src/storage/commit-queue';
import { forgetBefore } from '../../src/storage/schema';
import { sqlActivityLog, sqlTurnLog } from '../../src/storage/sql-activity-log';
import { openUnitOfWork } from '../../src/storage/unit-of-work';
import { testDatabases } from './open-test-database';

const open = testDatabases();

async function openLog() {
  const db = await open();
  let at = '2026-11-23T00:00:00.000Z';
  const log = sqlActivityLog(db, () => new Date(at));
  const said = (conversation: string) =>
    log.since(conversation, 0, 100).then((rows) => rows.map(({ number }) => number));
  const start = async (...ids: readonly string[]) => {
    for (const id of ids) await log.start({ id, user: 'dl_1', locale: 'fr' });
  };
  return {
    db,
    log,
    said,
    start,
    is: (time: string) => {
      at = time;
    },
  };
}

test('numbers rise from one in each conversation: they tell nothing of what others say', async () => {
  const { log, said, start } = await openLog();
  await start('a', 'b');
  for (const conversation of ['a', 'b', 'a', 'a', 'b']) await log.append(conversation, { text: 'x' });
  expect(await said('a')).toEqual([1, 2, 3]);
  expect(await said('b')).toEqual([1, 2]);
  expect(await log.latest('a')).toBe(3);
  expect(await log.latest('nobody')).toBe(0);
});

test('what a turn says goes on from there', async () => {
  const { db, log, said, start } = await openLog();
  await start('a', 'b');
  await log.append('b', { text: 'x' });
  await log.append('a', { text: 'x' }, { awaitsTurn: true });
  await log.append('b', { text: 'x' }, { awaitsTurn: true });
  const unit = openUnitOfWork(openCommitQueue(db));
  const turn = sqlTurnLog(db, () => new Date(), unit);
  await turn.say('a', { text: 'one' });
  await turn.say('a', { text: 'two' });
  await turn.turned('a', 1);
  await unit.commit();
  expect(await said('a')).toEqual([1, 2, 3]);
  // The post of another conversation with that number still waits.
  expect(await log.unanswered()).toMatchObject([{ conversation: 'b', number: 2 }]);
});

test('a number is given once, also after the retention: a tab that is still open misses nothing', async () => {
  const { db, log, said, is, start } = await openLog();
  await start('a');
  for (let n = 0; n < 3; n++) await log.append('a', { text: 'old' });
  is('2026-12-24T00:00:00.000Z');
  await start('b');
  await db.updateTable('web_conversations').set({ used_at: '2026-12-24T00:00:00.000Z' }).execute();
  await forgetBefore(db, '2026-12-23T00:00:00.000Z');
  expect(await said('a')).toEqual([]);
  expect(await log.latest('a')).toBe(3);
  await log.append('a', { text: 'new' });
  expect(await said('a')).toEqual([4]);
});
