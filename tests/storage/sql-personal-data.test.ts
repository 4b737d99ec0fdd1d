import { sqlPersonalData } from '../../src/storage/personal-data';
import type { Schema } from '../../src/storage/schema';
import { sqlActivityLog } from '../../src/storage/sql-activity-log';
import { sqlDesk } from '../../src/storage/sql-desk';
import { sqlLogbook } from '../../src/storage/sql-logbook';
import { sqlOutbox } from '../../src/storage/sql-outbox';
import { sqlReports } from '../../src/storage/sql-reports';
import { sqlTranscript } from '../../src/storage/sql-transcript';
import { sqlTransferCodes } from '../../src/storage/sql-transfer-codes';
import { REPORT } from '../contracts/report-shelf.contract';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const now = () => new Date('2026-11-28T09:00:00.000Z');
const at = now().toISOString();
let drawn = 1;
const random = () => {
  drawn = (drawn * 16807) % 2147483647;
  return drawn / 2147483647;
};
const TABLES = [
  ...(['transcript', 'turns', 'ratings', 'outbox', 'cases', 'reports', 'carry_codes', 'web_activities'] as const),
] satisfies readonly (keyof Schema)[];

/** A database with all that may hang on a conversation, for two of them. */
async function fill() {
  const db = await open();
  for (const id of ['mine', 'other']) {
    const conversation = `directline|${id}`;
    const web = sqlActivityLog(db, now);
    await web.start({ id, user: 'dl_x', locale: 'en' });
    await web.append(id, { type: 'message', text: 'words' });
    await sqlTranscript(db).append(conversation, [{ at, from: 'customer', text: 'words' }]);
    const logbook = sqlLogbook(db);
    await logbook.note({
      ...{ at, conversation, language: 'en', channel: 'web', route: 'unknown', outcome: 'failed', latencyMs: 1 },
      question: { text: 'words', verdict: 'unknown', confidence: 0 },
    });
    await logbook.rate({ at, conversation, article: 'a', language: 'en', helpful: false, reason: 'words' });
    await sqlOutbox(db, now).put(conversation, { kind: 'reminder' }, new Date('2026-12-01T08:00:00Z'));
    await sqlReports(db, now, (size) => Buffer.alloc(size, id)).put(REPORT, conversation);
    await sqlTransferCodes<object>(db, now, random).put({ question: 'words' }, conversation);
    await sqlDesk(db).deliver({
      ...{ reference: `P-${id}`, at, language: 'en', name: 'N', email: 'n@a.example', conversation, transcript: [] },
    });
  }
  return db;
}

/** Rows of each table that are there. */
async function rowsOf(db: Awaited<ReturnType<typeof fill>>) {
  const counts: Record<string, number> = {};
  for (const table of TABLES) counts[table] = (await db.selectFrom(table).selectAll().execute()).length;
  return counts;
}

test('what is kept of a conversation is told in numbers, without what is kept of others', async () => {
  const db = await fill();
  expect(await sqlPersonalData(db, now).summary('directline|mine')).toEqual({
    ...{ since: at, messages: 1, questions: 1, ratings: 1, reminders: 1, links: 2 },
    cases: ['P-mine'],
  });
  expect(await sqlPersonalData(db, now).summary('directline|nobody')).toMatchObject({ messages: 0, cases: [] });
});

test('everything of one conversation goes, its case and what is told of it too, and nothing of another', async () => {
  const db = await fill();
  await sqlPersonalData(db, now).forget('directline|mine', { withCases: true, receipt: 'D-1' });
  expect(await rowsOf(db)).toEqual(Object.fromEntries(TABLES.map((table) => [table, 1])));
  const left = await db.selectFrom('audit').selectAll().execute();
  expect(left).toMatchObject([{ name: 'customer', what: 'delete-data', subject: 'D-1' }]);
});

test('a case stays when its customer keeps it', async () => {
  const db = await fill();
  await sqlPersonalData(db, now).forget('directline|mine', { withCases: false, receipt: 'D-1' });
  expect(await rowsOf(db)).toEqual({ ...Object.fromEntries(TABLES.map((table) => [table, 1])), cases: 2 });
});
