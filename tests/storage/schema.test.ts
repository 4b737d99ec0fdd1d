import { forgetBefore, proveWritable } from '../../src/storage/schema';
import { sqlDesk } from '../../src/storage/sql-desk';
import { sqlLogbook } from '../../src/storage/sql-logbook';
import { sqlState } from '../../src/storage/sql-state';
import { sqlTranscript } from '../../src/storage/sql-transcript';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const OLD = '2026-10-01T00:00:00.000Z';
const LIMIT = '2026-11-01T00:00:00.000Z';
const NEW = '2026-11-23T00:00:00.000Z';

test('what is older than the limit is forgotten everywhere; what is newer stays', async () => {
  const db = await open();
  for (const at of [OLD, LIMIT, NEW]) {
    const conversation = `web|${at}`;
    await sqlState(db, () => new Date(at)).write({ [at]: { n: 1 } });
    await sqlTranscript(db).append(conversation, [{ at, from: 'customer', text: 'x' }]);
    await sqlLogbook(db).note({
      ...{ at, conversation, language: 'fr', channel: 'web', route: 'unknown', outcome: 'failed', latencyMs: 1 },
      question: { text: 'x', verdict: 'unknown', confidence: 0 },
    });
    await sqlLogbook(db).rate({ at, conversation, article: 'inbox', language: 'fr', helpful: true });
  }
  await forgetBefore(db, LIMIT);
  for (const [table, time] of [
    ['state', 'saved_at'],
    ['transcript', 'at'],
    ['turns', 'at'],
    ['ratings', 'at'],
  ] as const) {
    const left = await db
      .selectFrom(table)
      .select(time as 'at')
      .execute();
    expect({ table, left: left.map((row) => Object.values(row)[0]) }).toEqual({ table, left: [LIMIT, NEW] });
  }
});

test('cases stay, however old: a person works on them', async () => {
  const db = await open();
  const old = {
    reference: 'P-1',
    at: OLD,
    language: 'fr',
    name: 'Ana',
    email: 'a@b.fr',
    conversation: 'web|a',
    transcript: [],
  };
  await sqlDesk(db).deliver(old);
  await forgetBefore(db, NEW);
  expect(await sqlDesk(db).list()).toEqual([old]);
});

test('proving that it can be written leaves nothing behind', async () => {
  const db = await open();
  await proveWritable(db);
  expect(await db.selectFrom('state').selectAll().execute()).toEqual([]);
});
