import type { TranscriptLine } from '../../src/handoff/case';
import type { Transcript } from '../../src/handoff/transcript';
import type { Open } from '../storage/ways-to-write';

const NOON = Date.parse('2026-11-23T12:00:00Z');

export const line = (text: string, from: TranscriptLine['from'] = 'customer'): TranscriptLine => ({
  at: '2026-11-23T18:30:00.000Z',
  from,
  text,
});

/** What a hand-off relies on when it tells a person what was said. */
export function behavesLikeATranscript(open: Open<Transcript>): void {
  it('reads what was said in the order in which it was said, in one moment or not', async () => {
    const { store, endTurn } = await open(NOON);
    await store.append('web|a', [line('un'), line('deux', 'assistant')]);
    await store.append('web|a', []);
    await endTurn();
    await store.append('web|a', [line("trois 'é' 😀", 'note')]);
    await endTurn();
    expect(await store.read('web|a')).toEqual([line('un'), line('deux', 'assistant'), line("trois 'é' 😀", 'note')]);
  });

  it('reads nothing of what another conversation said', async () => {
    const { store, endTurn } = await open(NOON);
    await store.append('web|a', [line('à moi')]);
    await store.append('web|b', [line('à toi')]);
    await endTurn();
    expect(await store.read('web|a')).toEqual([line('à moi')]);
    expect(await store.read('web|c')).toEqual([]);
  });

  it('forgets one conversation, which begins anew', async () => {
    const { store, endTurn } = await open(NOON);
    await store.append('web|a', [line('un')]);
    await store.append('web|b', [line('reste')]);
    await endTurn();
    await store.forget('web|a');
    await endTurn();
    expect(await store.read('web|a')).toEqual([]);
    await store.append('web|a', [line('deux')]);
    await endTurn();
    expect(await store.read('web|a')).toEqual([line('deux')]);
    expect(await store.read('web|b')).toEqual([line('reste')]);
  });

  it('what a turn forgets and then says is kept: the order of one turn is the order that is stored', async () => {
    const { store, endTurn } = await open(NOON);
    await store.append('web|a', [line('avant')]);
    await store.forget('web|a');
    await store.append('web|a', [line('après')]);
    await endTurn();
    expect(await store.read('web|a')).toEqual([line('après')]);
  });

  it('keeps all lines that arrive at once', async () => {
    const { store, endTurn } = await open(NOON);
    await Promise.all(Array.from({ length: 20 }, (_, i) => store.append('web|a', [line(`${i}`), line(`${i} encore`)])));
    await endTurn();
    expect(await store.read('web|a')).toHaveLength(40);
  });
}
