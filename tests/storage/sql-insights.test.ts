import type { LoggedTurn } from '../../src/insights/logbook';
import { sqlInsights } from '../../src/storage/sql-insights';
import { sqlLogbook } from '../../src/storage/sql-logbook';
import { testDatabases } from './open-test-database';

const open = testDatabases();
const PERIOD = { from: '2026-11-22T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' };

const turn = (day: string, more: Partial<LoggedTurn> = {}): LoggedTurn => ({
  at: `${day}T10:00:00.000Z`,
  ...{ conversation: 'web|a', language: 'fr', channel: 'web', route: 'steps', outcome: 'silent', latencyMs: 80 },
  ...more,
});
const answered = (day: string, more: Partial<LoggedTurn> = {}) =>
  turn(day, {
    ...{ route: 'answer', article: 'inbox' },
    question: { text: 'ma boîte ?', verdict: 'answer', intent: 'inbox', confidence: 0.9 },
    ...more,
  });
const unknown = (day: string, text = 'et le fax ?', more: Partial<LoggedTurn> = {}) =>
  turn(day, {
    ...{ route: 'unknown', outcome: 'failed' },
    question: { text, verdict: 'unknown', confidence: 0.1, refusal: 'other-task', task: 'send' },
    ...more,
  });

async function logged(...turns: readonly LoggedTurn[]) {
  const db = await open();
  for (const each of turns) await sqlLogbook(db).note(each);
  return { db, insights: sqlInsights(db) };
}

test('a day is told by language, channel and outcome, questions apart from other turns', async () => {
  const { insights } = await logged(
    answered('2026-11-21'),
    answered('2026-11-22'),
    answered('2026-11-22', { latencyMs: 900 }),
    answered('2026-11-22', { outcome: 'verified' }),
    turn('2026-11-22'),
    unknown('2026-11-23', 'x', { language: 'en', channel: 'teams' }),
    answered('2026-11-24'),
  );
  const { counts, latencies } = await insights.days(PERIOD);
  const told = counts.map(({ day, language, channel, outcome, isQuestion, turns }) =>
    [day, language, channel, outcome, isQuestion ? 'question' : 'turn', turns].join(' '),
  );
  expect(told.sort()).toEqual([
    '2026-11-22 fr web silent question 1',
    '2026-11-22 fr web silent question 1',
    '2026-11-22 fr web silent turn 1',
    '2026-11-22 fr web verified question 1',
    '2026-11-23 en teams failed question 1',
  ]);
  const times = latencies.filter(({ day }) => day === '2026-11-22').map(({ atMost, turns }) => `${atMost} ${turns}`);
  expect(times.sort()).toEqual(['100 1', '100 1', '100 1', '1000 1']);
});

test('an article is told by how often it was shown, what came of its questions and what was said of it', async () => {
  const { db, insights } = await logged(
    answered('2026-11-22'),
    answered('2026-11-22', { outcome: 'failed' }),
    turn('2026-11-22', { route: 'answer', article: 'inbox' }),
    answered('2026-11-22', { article: 'agents', language: 'en' }),
    turn('2026-11-22', { route: 'check', article: 'triggers' }),
    answered('2026-11-25'),
  );
  const rating = { conversation: 'web|a', article: 'inbox', language: 'fr' };
  await sqlLogbook(db).rate({ ...rating, at: '2026-11-22T10:00:00.000Z', helpful: true });
  await sqlLogbook(db).rate({ ...rating, at: '2026-11-22T10:00:00.000Z', helpful: false, reason: 'unclear' });
  await sqlLogbook(db).rate({ ...rating, at: '2026-11-29T10:00:00.000Z', helpful: false });
  const [inbox, agents, ...others] = await insights.articles(PERIOD);
  expect(inbox).toMatchObject({ article: 'inbox', language: 'fr', shown: 3, helpful: 1, unhelpful: 1 });
  expect(inbox?.outcomes).toEqual({ verified: 0, confirmed: 0, silent: 1, 'handed-off': 0, failed: 1 });
  expect(agents).toMatchObject({ article: 'agents', language: 'en', shown: 1 });
  expect(others).toEqual([]);
  expect(await insights.unhelpful(PERIOD, 5)).toEqual([
    { at: '2026-11-22T10:00:00.000Z', article: 'inbox', language: 'fr', reason: 'unclear' },
  ]);
});

test('looks at accounts are counted by check and kind', async () => {
  const { insights } = await logged(
    turn('2026-11-22', { findings: { triggers: 'problem', inbox: 'ok' } }),
    turn('2026-11-23', { findings: { triggers: 'ok' } }),
    turn('2026-11-23', { findings: { triggers: 'problem' } }),
  );
  expect(await insights.findings(PERIOD)).toEqual([
    { check: 'inbox', kind: 'ok', looks: 1 },
    { check: 'triggers', kind: 'ok', looks: 1 },
    { check: 'triggers', kind: 'problem', looks: 2 },
  ]);
});

describe('unanswered questions', () => {
  test('are those that got no answer, as long as nothing came of them and nobody dealt with them', async () => {
    const { db, insights } = await logged(
      answered('2026-11-22'),
      answered('2026-11-22', { outcome: 'failed' }),
      unknown('2026-11-22', 'eins'),
      unknown('2026-11-22', 'zwei', { conversation: 'web|b' }),
      unknown('2026-11-22', 'drei', { conversation: 'web|c' }),
    );
    expect((await insights.unanswered(0, 10)).map(({ text }) => text)).toEqual(['eins', 'zwei', 'drei']);
    await sqlLogbook(db).settle('web|b', 'handed-off');
    const [first] = await insights.unanswered(0, 10);
    await insights.handle([first?.id ?? 0], 'set-aside');
    expect((await insights.unanswered(0, 10)).map(({ text }) => text)).toEqual(['drei']);
    expect(await insights.unansweredState()).toMatchObject({ count: 1 });
    await insights.unhandle([first?.id ?? 0]);
    expect(await insights.unansweredState()).toMatchObject({ count: 2 });
  });

  test('are read in pieces, oldest first, and found again by their ids', async () => {
    const { insights } = await logged(unknown('2026-11-22', 'eins'), unknown('2026-11-23', 'zwei'));
    const [first] = await insights.unanswered(0, 1);
    expect(first).toMatchObject({ text: 'eins', refusal: 'other-task', task: 'send', language: 'fr', channel: 'web' });
    const [second, ...none] = await insights.unanswered(first?.id ?? 0, 5);
    expect([second?.text, none]).toEqual(['zwei', []]);
    expect(await insights.unansweredState()).toEqual({ count: 2, last: second?.id });
    expect(await insights.unansweredIds()).toEqual([first?.id, second?.id]);
    const ids = [second?.id ?? 0, first?.id ?? 0, 999];
    expect((await insights.questions(ids)).map(({ text }) => text)).toEqual(['eins', 'zwei']);
  });

  test('there are none in an empty logbook', async () => {
    const { insights } = await logged();
    expect(await insights.unansweredState()).toEqual({ count: 0, last: 0 });
    expect(await insights.unanswered(0, 5)).toEqual([]);
    expect(await insights.unansweredIds()).toEqual([]);
    expect(await insights.questions([])).toEqual([]);
    await insights.handle([], 'x');
  });
});
