import type { Kysely } from 'kysely';
import { nowAndThen } from '../../src/storage/now-and-then';
import type { Schema } from '../../src/storage/schema';
import { sqlActivityLog } from '../../src/storage/sql-activity-log';
import { sqlDesk } from '../../src/storage/sql-desk';
import { sqlTranscript } from '../../src/storage/sql-transcript';
import { ACTIVITIES, LEFT_OUT, TRANSCRIPT, trimActivities, trimTranscript } from '../../src/storage/trim-conversation';
import { atOnce } from '../../src/storage/unit-of-work';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const at = '2026-11-23T18:30:00.000Z';
const now = () => new Date(at);
const runs = (db: Kysely<Schema>) => ({ db, run: atOnce(db) });

async function say(db: Kysely<Schema>, conversation: string, texts: readonly string[]) {
  const transcript = sqlTranscript(db, atOnce(db), () => false);
  await transcript.append(
    conversation,
    texts.map((text) => ({ at, from: 'customer', text })),
  );
  return async () => (await transcript.read(conversation)).map(({ from, text }) => (from === 'note' ? from : text));
}

test('whoever talks on and on keeps the latest lines, and the team is told that there were more', async () => {
  const db = await open();
  const kept = await say(db, 'web|a', ['1', '2', '3', '4', '5']);
  const others = await say(db, 'web|b', ['1', '2', '3', '4', '5']);
  await trimTranscript(runs(db), 'web|a', { rows: 3, bytes: 1000 });
  expect(await kept()).toEqual(['note', '3', '4', '5']);
  expect((await sqlTranscript(db).read('web|a'))[0]).toEqual({ at, from: 'note', text: LEFT_OUT });
  expect(await others()).toHaveLength(5);
  await say(db, 'web|a', ['6']);
  await trimTranscript(runs(db), 'web|a', { rows: 3, bytes: 1000 });
  expect(await kept()).toEqual(['note', '4', '5', '6']);
});

test('long lines count by their bytes, and what fits stays as it is', async () => {
  const db = await open();
  const kept = await say(db, 'web|a', ['ααα', 'βββ', 'γγγ']);
  await trimTranscript(runs(db), 'web|a', { rows: 10, bytes: 18 });
  expect(await kept()).toEqual(['ααα', 'βββ', 'γγγ']);
  await trimTranscript(runs(db), 'web|a', { rows: 10, bytes: 12 });
  expect(await kept()).toEqual(['note', 'βββ', 'γγγ']);
});

test('on the website the latest is there after a reload, and nothing that still waits for its answer is dropped', async () => {
  const db = await open();
  const log = sqlActivityLog(db, now);
  await log.start({ id: 'a', user: 'dl_1', locale: 'fr' });
  await log.append('a', { text: 'waits' }, { awaitsTurn: true });
  for (let n = 0; n < 5; n++) await log.append('a', { text: `${n}` });
  await trimActivities(runs(db), 'a', { rows: 2, bytes: 10_000 });
  expect((await log.since('a', 0, 10)).map(({ number }) => number)).toEqual([1, 5, 6]);
  expect(await log.unanswered()).toMatchObject([{ number: 1 }]);
});

test('a flood stays below the ceilings by itself', async () => {
  const db = await open();
  const log = sqlActivityLog(db, now);
  await log.start({ id: 'a', user: 'dl_1', locale: 'fr' });
  const transcript = sqlTranscript(db);
  const text = '漢'.repeat(4000);
  for (let n = 0; n < 300; n++) {
    await log.append('a', { text });
    await transcript.append('directline|a', [{ at, from: 'customer', text }]);
  }
  const size = async (table: 'transcript' | 'web_activities') => {
    const rows = await db.selectFrom(table).selectAll().execute();
    return rows.reduce(
      (sum, row) => sum + Buffer.byteLength(String(Reflect.get(row, table === 'transcript' ? 'text' : 'item'))),
      0,
    );
  };
  expect(await size('transcript')).toBeLessThan(TRANSCRIPT.bytes + 16 * 12_000);
  expect(await size('web_activities')).toBeLessThan(ACTIVITIES.bytes + 16 * 13_000);
});

test('ten cases of one conversation are kept; the eleventh is told to write', async () => {
  const desk = sqlDesk(await open());
  const deliver = (n: number, conversation: string) =>
    desk.deliver({
      reference: `P-${n}`,
      at,
      language: 'fr',
      name: 'Ana',
      email: 'a@b.fr',
      conversation,
      transcript: [],
    });
  for (let n = 0; n < 10; n++) expect((await deliver(n, 'web|a')).kind).toBe('delivered');
  expect(await deliver(10, 'web|a')).toEqual({
    kind: 'failed',
    why: '10 cases of this conversation are there already',
  });
  expect((await deliver(11, 'web|b')).kind).toBe('delivered');
});

test('a conversation is looked at every so often, however others come in between', () => {
  const isDue = nowAndThen(3);
  const due = Array.from({ length: 12 }, (_, n) => isDue(n % 2 ? 'a' : 'b'));
  expect(due.filter((_, n) => n % 2)).toEqual([false, false, true, false, false, true]);
  for (let n = 0; n < 10_001; n++) isDue(`other-${n}`);
  expect(isDue('a')).toBe(false);
});
