import type { References } from '../../src/storage/sql-references';
import type { Open } from '../storage/ways-to-write';

const NOON = Date.parse('2026-11-23T12:00:00Z');

/** What everyone relies on who says something in a conversation without being asked. */
export function behavesLikeReferences(open: Open<References<{ readonly serviceUrl: string }>>): void {
  it('finds the newest way to a conversation, until it is forgotten', async () => {
    const { store, endTurn } = await open(NOON);
    expect(await store.find('msteams|a')).toBeUndefined();
    await store.keep('msteams|a', { serviceUrl: 'https://old.example' });
    await endTurn();
    expect(await store.find('msteams|a')).toEqual({ serviceUrl: 'https://old.example' });
    await store.keep('msteams|a', { serviceUrl: 'https://new.example' });
    await endTurn();
    expect(await store.find('msteams|a')).toEqual({ serviceUrl: 'https://new.example' });
    await store.forget('msteams|a');
    await endTurn();
    expect(await store.find('msteams|a')).toBeUndefined();
  });

  it('takes no conversation for another one', async () => {
    const { store, endTurn } = await open(NOON);
    await store.keep('msteams|a', { serviceUrl: 'https://a.example' });
    await store.keep('msteams|A', { serviceUrl: 'https://capital.example' });
    await store.forget('msteams|b');
    await endTurn();
    expect(await store.find('msteams|a')).toEqual({ serviceUrl: 'https://a.example' });
    expect(await store.find('msteams|b')).toBeUndefined();
  });
}
