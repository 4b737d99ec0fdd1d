import { sqlLogbook } from '../../src/storage/sql-logbook';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const at = '2026-11-23T18:30:00.000Z';

test('a question is noted with what came of it', async () => {
  const db = await open();
  const entry = {
    at,
    conversation: 'web|a',
    language: 'fr',
    text: 'ma boîte ?',
    verdict: 'answer',
    intent: 'inbox',
    confidence: 0.93,
  } as const;
  await sqlLogbook(db).note(entry);
  expect(await db.selectFrom('questions').selectAll().execute()).toEqual([entry]);
});

test('a question that nobody understood has no intent', async () => {
  const db = await open();
  await sqlLogbook(db).note({
    at,
    conversation: 'web|a',
    language: 'fr',
    text: '?',
    verdict: 'unknown',
    confidence: 0,
  });
  expect(await db.selectFrom('questions').select('intent').execute()).toEqual([{ intent: null }]);
});

test('a rating is noted, with a reason when there is one', async () => {
  const db = await open();
  const rating = { at, conversation: 'web|a', article: 'inbox', language: 'fr' };
  await sqlLogbook(db).rate({ ...rating, helpful: true });
  await sqlLogbook(db).rate({ ...rating, helpful: false, reason: 'unclear' });
  expect(await db.selectFrom('ratings').select(['helpful', 'reason']).execute()).toEqual([
    { helpful: 1, reason: null },
    { helpful: 0, reason: 'unclear' },
  ]);
});
