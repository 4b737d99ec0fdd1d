import type { Logbook } from '../../src/insights/logbook';
import type { Open } from '../storage/ways-to-write';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const at = '2026-11-23T18:30:00.000Z';

/** What dialogs note for the operators, and how they find it. */
export function behavesLikeALogbook(open: Open<Logbook>): void {
  it('keeps a question with what came of it', async () => {
    const { store, db, endTurn } = await open(NOON);
    const entry = {
      at,
      conversation: 'web|a',
      language: 'fr',
      text: 'ma boîte ?',
      verdict: 'answer',
      intent: 'inbox',
      confidence: 0.93,
    } as const;
    await store.note(entry);
    await endTurn();
    expect(await db.selectFrom('questions').selectAll().execute()).toEqual([entry]);
  });

  it('keeps a question that nobody understood without an intent', async () => {
    const { store, db, endTurn } = await open(NOON);
    await store.note({ at, conversation: 'web|a', language: 'fr', text: '?', verdict: 'unknown', confidence: 0 });
    await endTurn();
    expect(await db.selectFrom('questions').select('intent').execute()).toEqual([{ intent: null }]);
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
