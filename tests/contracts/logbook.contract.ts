import type { Kysely } from 'kysely';
import type { Logbook, LoggedTurn } from '../../src/insights/logbook';
import type { Schema } from '../../src/storage/schema';
import type { Open } from '../storage/ways-to-write';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const at = '2026-11-23T18:30:00.000Z';
const turn: LoggedTurn = {
  ...{ at, conversation: 'web|a', language: 'fr', channel: 'web', route: 'answer', outcome: 'silent', latencyMs: 12.4 },
};
const answered: LoggedTurn = {
  ...turn,
  question: { text: 'ma boîte ?', verdict: 'answer', intent: 'inbox', confidence: 0.93 },
  article: 'inbox',
  section: 1,
};
const unknown: LoggedTurn = {
  ...{ ...turn, route: 'unknown', outcome: 'failed' },
  question: { text: 'et fax ?', verdict: 'unknown', confidence: 0, refusal: 'other-task', task: 'send' },
};

/** What dialogs note for the operators, and how they find it. */
export function behavesLikeALogbook(open: Open<Logbook>): void {
  it('keeps a question with what came of it', async () => {
    const { store, db, endTurn } = await open(NOON);
    await store.note(answered);
    await endTurn();
    expect(await db.selectFrom('turns').selectAll().execute()).toMatchObject([
      {
        ...{ at, conversation: 'web|a', language: 'fr', channel: 'web', route: 'answer', outcome: 'silent' },
        ...{ text: 'ma boîte ?', verdict: 'answer', intent: 'inbox', confidence: 0.93, refusal: null, task: null },
        ...{ article: 'inbox', section: 1, findings: null, latency_ms: 12, handled: null },
      },
    ]);
  });

  it('keeps a question that nobody understood with the reason, without an intent', async () => {
    const { store, db, endTurn } = await open(NOON);
    await store.note(unknown);
    await endTurn();
    expect(await db.selectFrom('turns').select(['intent', 'refusal', 'task']).execute()).toEqual([
      { intent: null, refusal: 'other-task', task: 'send' },
    ]);
  });

  it('keeps a look at the account by kinds of findings, and no words', async () => {
    const { store, db, endTurn } = await open(NOON);
    await store.note({ ...turn, route: 'check', findings: { triggers: 'problem' } });
    await endTurn();
    expect(await db.selectFrom('turns').select(['findings', 'text']).execute()).toEqual([
      { findings: '{"triggers":"problem"}', text: null },
    ]);
  });

  const outcomes = async (db: Kysely<Schema>) =>
    (await db.selectFrom('turns').select('outcome').orderBy('id').execute()).map(({ outcome }) => outcome);

  it('tells what came of the last question of a conversation, and of no other', async () => {
    const { store, db, endTurn } = await open(NOON);
    for (const each of [answered, { ...answered, conversation: 'web|b' }, answered, { ...turn, route: 'steps' }])
      await store.note(each);
    await endTurn();
    await store.settle('web|a', 'handed-off');
    await endTurn();
    expect(await outcomes(db)).toEqual(['silent', 'silent', 'handed-off', 'silent']);
  });

  it('tells it of the question that the article answered, whatever was asked after it', async () => {
    const { store, db, endTurn } = await open(NOON);
    for (const each of [answered, unknown]) await store.note(each);
    await endTurn();
    await store.settle('web|a', 'confirmed', 'inbox');
    await store.settle('web|a', 'confirmed', 'triggers');
    await endTurn();
    expect(await outcomes(db)).toEqual(['confirmed', 'failed']);
  });

  it('takes proof back by no word, and counts what was said once for one thing', async () => {
    const { store, db, endTurn } = await open(NOON);
    await store.note(answered);
    await endTurn();
    const seen: string[] = [];
    for (const outcome of ['failed', 'confirmed', 'failed', 'verified', 'confirmed', 'handed-off'] as const) {
      await store.settle('web|a', outcome);
      await endTurn();
      seen.push(...(await outcomes(db)));
    }
    expect(seen).toEqual(['failed', 'confirmed', 'confirmed', 'verified', 'verified', 'verified']);
  });

  it('keeps every rating, with a reason when there is one', async () => {
    const { store, db, endTurn } = await open(NOON);
    const rating = { at, conversation: 'web|a', article: 'inbox', language: 'fr' };
    await store.rate({ ...rating, helpful: true });
    await store.rate({ ...rating, helpful: false, reason: 'unclear' });
    await endTurn();
    expect(await db.selectFrom('ratings').select(['helpful', 'reason']).execute()).toEqual([
      { helpful: 1, reason: null },
      { helpful: 0, reason: 'unclear' },
    ]);
  });
}
