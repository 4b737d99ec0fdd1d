import type { References } from '../../src/storage/sql-references';
import type { Open } from '../storage/ways-to-write';

const NOON = Date.parse('2026-11-23T12:00:00Z');

/** What everyone relies on who says something in a conversation without being asked. */
export function behavesLikeReferences(
  open: Open<References<{ readonly serviceUrl: string; readonly team?: string }>>,
): void {
  it('finds the newest way to a conversation', async () => {
    const { store, endTurn } = await open(NOON);
    expect(await store.find('msteams|a')).toBeUndefined();
    await store.keep('msteams|a', { serviceUrl: 'https://old.example' });
    await endTurn();
    expect(await store.find('msteams|a')).toEqual({ serviceUrl: 'https://old.example' });
    await store.keep('msteams|a', { serviceUrl: 'https://new.example' });
    await endTurn();
    expect(await store.find('msteams|a')).toEqual({ serviceUrl: 'https://new.example' });
  });

  it('takes no conversation for another one', async () => {
    const { store, endTurn } = await open(NOON);
    await store.keep('msteams|a', { serviceUrl: 'https://a.example' });
    await store.keep('msteams|A', { serviceUrl: 'https://capital.example' });
    await endTurn();
    expect(await store.find('msteams|a')).toEqual({ serviceUrl: 'https://a.example' });
    expect(await store.find('msteams|b')).toBeUndefined();
  });

  it('finds the channels of a team', async () => {
    const { store, endTurn } = await open(NOON);
    const serviceUrl = 'https://a.example';
    await store.keep('msteams|19:a@thread.tacv2', { serviceUrl, team: 'ours' });
    await store.keep('msteams|19:b@thread.tacv2;messageid=1', { serviceUrl, team: 'ours' });
    await store.keep('msteams|19:c@thread.tacv2', { serviceUrl, team: 'theirs' });
    await store.keep('msteams|19:d@thread.v2', { serviceUrl });
    await endTurn();
    expect((await store.ofTeam('ours')).toSorted()).toEqual([
      'msteams|19:a@thread.tacv2',
      'msteams|19:b@thread.tacv2;messageid=1',
    ]);
  });
}
