import type { KeyRing, Lent } from '../../src/checks/key-ring';
import { sealKey } from '../../src/checks/sealed-key';

export const KEY = 'tkn.v1_Y2FuYXJ5LWtleS1vZi10aGUta2V5LXJpbmc=';
const lent = (key = KEY): Lent => ({
  site: 'https://acme.teamwork.com',
  host: 'acme.teamwork.com',
  isPractice: false,
  key: sealKey(key),
});

/** What every key ring keeps to. `make` gets the time for which keys are kept and a clock, both in milliseconds. */
export function behavesLikeAKeyRing(make: (keptFor: number, now: () => number) => Promise<KeyRing>): void {
  const time = { now: Date.parse('2026-11-23T18:30:00Z') };
  const open = () => make(30 * 60_000, () => time.now);

  it('gives a key back to the conversation that lent it, and to no other', async () => {
    const ring = await open();
    await ring.put('web|one', lent());
    expect((await ring.get('web|one'))?.key.reveal()).toBe(KEY);
    expect(await ring.get('web|one')).toMatchObject({ host: 'acme.teamwork.com', isPractice: false });
    expect(await ring.get('web|other')).toBeUndefined();
  });

  it('keeps the newest key of a conversation', async () => {
    const ring = await open();
    await ring.put('web|one', lent());
    await ring.put('web|one', lent('tkn.v1_bmV3ZXI='));
    expect((await ring.get('web|one'))?.key.reveal()).toBe('tkn.v1_bmV3ZXI=');
  });

  it('forgets on request, and says whether there was anything to forget', async () => {
    const ring = await open();
    await ring.put('web|one', lent());
    expect(await ring.forget('web|one')).toBe(true);
    expect(await ring.get('web|one')).toBeUndefined();
    expect(await ring.forget('web|one')).toBe(false);
  });

  it('forgets on its own when the time is over', async () => {
    const ring = await open();
    await ring.put('web|one', lent());
    time.now += 30 * 60_000 - 1;
    expect(await ring.get('web|one')).toBeDefined();
    time.now += 1;
    expect(await ring.get('web|one')).toBeUndefined();
    expect(await ring.forget('web|one')).toBe(false);
  });

  it('shows no key when it is printed', async () => {
    const ring = await open();
    await ring.put('web|one', lent());
    expect(JSON.stringify(await ring.get('web|one'))).not.toContain(KEY);
  });
}
