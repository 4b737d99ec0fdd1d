import type { Sessions } from '../../src/operate/sessions';

const OPERATOR = { name: 'Ana', role: 'editor' } as const;
const NOON = Date.parse('2026-11-23T12:00:00Z');

/** Who of the team is signed in. */
export function behavesLikeSessions(
  open: () => Promise<{ readonly store: Sessions; setTime(time: number): void }>,
): void {
  it('knows who began a session, by its hash alone', async () => {
    const { store } = await open();
    await store.begin('hash', OPERATOR, '2026-11-23T13:00:00.000Z');
    expect(await store.find('hash')).toEqual(OPERATOR);
    expect(await store.find('other')).toBeUndefined();
  });

  it('knows nobody once it has ended or expired', async () => {
    const { store, setTime } = await open();
    await store.begin('a', OPERATOR, '2026-11-23T13:00:00.000Z');
    await store.begin('b', OPERATOR, '2026-11-23T13:00:00.000Z');
    await store.end('a');
    expect(await store.find('a')).toBeUndefined();
    setTime(NOON + 3_600_000);
    expect(await store.find('b')).toBeUndefined();
  });
}
