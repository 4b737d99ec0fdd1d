import type { Case } from '../../src/handoff/case';
import { sqlActivityLog } from '../../src/storage/sql-activity-log';
import { answerCase, claimCase, undelivered } from '../../src/storage/sql-answers';
import { sqlDesk } from '../../src/storage/sql-desk';
import { sqlOutbox } from '../../src/storage/sql-outbox';
import { sqlReferences } from '../../src/storage/sql-references';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const now = () => new Date('2026-11-23T12:00:00Z');
const handedOver = (reference: string, conversation: string): Case => ({
  reference,
  at: '2026-11-22T08:00:00.000Z',
  language: 'fr',
  name: 'Ana',
  email: 'ana@acme.fr',
  conversation,
  transcript: [],
});

async function withCases() {
  const db = await open();
  const desk = sqlDesk(db);
  await desk.deliver(handedOver('P-TEAMS', 'msteams|a'));
  await desk.deliver(handedOver('P-WEB', 'directline|w'));
  await desk.deliver(handedOver('P-GONE', 'directline|gone'));
  await sqlReferences<object>(db, now).keep('msteams|a', {});
  await sqlActivityLog(db, now).start({ id: 'w', user: 'dl_1', locale: 'fr' });
  return { db, desk };
}

test.each([
  ['P-TEAMS', 'msteams|a'],
  ['P-WEB', 'directline|w'],
])(
  'an answer to %s goes to the conversation that it came from, and is noted in the case',
  async (reference, conversation) => {
    const { db, desk } = await withCases();
    expect(await answerCase(db, now, reference, 'Voilà')).toMatchObject({ kind: 'queued' });
    expect(await sqlOutbox(db, now).claimDue()).toMatchObject([
      { conversation, announcement: { kind: 'answer', reference, text: 'Voilà' } },
    ]);
    const found = (await desk.list()).find((one) => one.reference === reference);
    expect(found?.answers).toEqual([{ at: '2026-11-23T12:00:00.000Z', text: 'Voilà' }]);
  },
);

test('of two who answer at once, each after the same answers, one is told that it was answered; both claims see one person', async () => {
  const { db, desk } = await withCases();
  const from = (by: string) => ({ via: 'page', by, id: 'page-0' }) as const;
  const came = await Promise.all([
    answerCase(db, now, 'P-WEB', 'Ana’s answer', from('Ana')),
    answerCase(db, now, 'P-WEB', 'Ben’s answer', from('Ben')),
  ]);
  expect(came.map(({ kind }) => kind).sort()).toEqual(['known', 'queued']);
  expect((await desk.find('P-WEB'))?.answers).toHaveLength(1);
  const claims = await Promise.all(['Ana', 'Ben'].map((by) => claimCase(db, now, 'P-WEB', by)));
  const holders = claims.map((claim) => (claim.kind === 'changed' ? claim.handedOver.claimed?.by : ''));
  expect(new Set(holders).size).toBe(1);
});

test('a case that nobody knows, or whose conversation is gone, is told apart, and nothing is queued', async () => {
  const { db, desk } = await withCases();
  expect(await answerCase(db, now, 'P-NONE', 'x')).toEqual({ kind: 'unknown' });
  expect(await answerCase(db, now, 'P-GONE', 'x')).toMatchObject({ kind: 'unreachable', handedOver: { name: 'Ana' } });
  expect(await sqlOutbox(db, now).claimDue()).toEqual([]);
  expect((await desk.list()).flatMap(({ answers }) => answers ?? [])).toEqual([]);
});

test('when twenty answers wait for a conversation the next one is refused and not noted; other conversations are free', async () => {
  const { db, desk } = await withCases();
  for (let n = 0; n < 20; n++) expect(await answerCase(db, now, 'P-WEB', `${n}`)).toMatchObject({ kind: 'queued' });
  expect(await answerCase(db, now, 'P-WEB', 'x')).toEqual({ kind: 'full', waiting: 20 });
  expect(await answerCase(db, now, 'P-TEAMS', 'x')).toMatchObject({ kind: 'queued' });
  expect((await desk.list()).find(({ reference }) => reference === 'P-WEB')?.answers).toHaveLength(20);
});

test('whether an answer has arrived can be seen', async () => {
  const { db } = await withCases();
  const outbox = sqlOutbox(db, now);
  await answerCase(db, now, 'P-TEAMS', 'x');
  await answerCase(db, now, 'P-WEB', 'y');
  const [first, second] = await outbox.claimDue();
  expect(await undelivered(db)).toEqual(
    new Map([
      ['P-TEAMS', 'waiting'],
      ['P-WEB', 'waiting'],
    ]),
  );
  await outbox.close(first?.id ?? 0, 'said');
  await outbox.close(second?.id ?? 0, 'given-up');
  expect(await undelivered(db)).toEqual(new Map([['P-WEB', 'given-up']]));
});
