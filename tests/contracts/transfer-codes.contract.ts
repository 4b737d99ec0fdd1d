import { readTransferCode, TRANSFER_LASTS_MS, type TransferCodes } from '../../src/dialogs/transfer/transfer-code';
import type { Open } from '../storage/ways-to-write';

const NOON = Date.parse('2026-11-23T12:00:00Z');

/** What a customer relies on who goes on in another channel. */
export function behavesLikeTransferCodes(open: Open<TransferCodes<{ readonly topic: string }>>): void {
  it('gives a code that can be typed, and brings back what was put under it, once', async () => {
    const { store, endTurn } = await open(NOON);
    const code = await store.put({ topic: 'inbox' });
    const other = await store.put({ topic: 'agents' });
    await endTurn();
    expect(readTransferCode(code)).toBe(code);
    expect(await store.take(code)).toEqual({ topic: 'inbox' });
    await endTurn();
    expect(await store.take(code)).toBeUndefined();
    expect(await store.take(other)).toEqual({ topic: 'agents' });
  });

  it('knows no code that it has not given', async () => {
    const { store, endTurn } = await open(NOON);
    await store.put({ topic: 'inbox' });
    await endTurn();
    expect(await store.take('7F3K-2QMA')).toBeUndefined();
    expect(await store.take('')).toBeUndefined();
  });

  it('after ten minutes a code is worth nothing, and not a moment before', async () => {
    const { store, endTurn, setTime } = await open(NOON);
    const [first, second] = [await store.put({ topic: 'inbox' }), await store.put({ topic: 'agents' })];
    await endTurn();
    setTime(NOON + TRANSFER_LASTS_MS - 1);
    expect(await store.take(first)).toEqual({ topic: 'inbox' });
    await endTurn();
    setTime(NOON + TRANSFER_LASTS_MS);
    expect(await store.take(second)).toBeUndefined();
  });

  it('counts wrong codes of each conversation, as long as a code is good', async () => {
    const { store, endTurn, setTime } = await open(NOON);
    expect(await store.wrong('web|a')).toBe(0);
    await store.noteWrong('web|a');
    await endTurn();
    setTime(NOON + TRANSFER_LASTS_MS / 2);
    await store.noteWrong('web|a');
    await endTurn();
    expect([await store.wrong('web|a'), await store.wrong('web|b')]).toEqual([2, 0]);
    setTime(NOON + TRANSFER_LASTS_MS);
    expect(await store.wrong('web|a')).toBe(1);
  });
}
