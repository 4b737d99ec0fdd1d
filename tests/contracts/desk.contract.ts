import type { Case } from '../../src/handoff/case';
import type { Desk } from '../../src/handoff/desk';
import type { Open } from '../storage/ways-to-write';

const NOON = Date.parse('2026-11-23T12:00:00Z');

export const handedOver = (reference: string, at = '2026-11-23T18:30:00.000Z'): Case => ({
  reference,
  at,
  language: 'fr',
  name: "Ana d'Été",
  email: 'ana@acme.fr',
  topic: 'inbox',
  conversation: 'web|a',
  transcript: [{ at, from: 'customer', text: 'aide' }],
});

/** What a hand-off relies on. `list` is where the team reads. */
export function behavesLikeADesk(open: Open<Desk & { list(): Promise<readonly Case[]> }>): void {
  it('keeps a case whole, newest first', async () => {
    const { store, endTurn } = await open(NOON);
    const [older, newer] = [handedOver('P-OLD', '2026-11-22T08:00:00.000Z'), handedOver('P-NEW')];
    expect(await store.deliver(older)).toEqual({ kind: 'delivered' });
    expect(await store.deliver(newer)).toEqual({ kind: 'delivered' });
    await endTurn();
    expect(await store.list()).toEqual([newer, older]);
  });

  it('of two cases with one reference the first stays, and the second is not told to be delivered', async () => {
    const { store, endTurn } = await open(NOON);
    await store.deliver(handedOver('P-1'));
    await endTurn();
    const second = await store.deliver({ ...handedOver('P-1'), name: 'Other' });
    // Within a turn it is the turn that fails: its words, "delivered" among them, are not said.
    const told = await endTurn().then(
      () => second.kind,
      () => 'nothing',
    );
    expect(told).not.toBe('delivered');
    expect((await store.list()).map(({ name }) => name)).toEqual(["Ana d'Été"]);
  });

  it('takes ten cases of one conversation, and says why it takes no more', async () => {
    const { store, endTurn } = await open(NOON);
    for (let i = 0; i < 10; i++) expect((await store.deliver(handedOver(`P-${i}`))).kind).toBe('delivered');
    await endTurn();
    expect(await store.deliver(handedOver('P-10'))).toEqual({ kind: 'failed', why: expect.stringMatching(/10 cases/) });
    expect(await store.deliver({ ...handedOver('P-11'), conversation: 'web|b' })).toEqual({ kind: 'delivered' });
  });
}
