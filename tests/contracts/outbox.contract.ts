import type { Announcement, Outbox } from '../../src/outbox/outbox';
import type { Open } from '../storage/ways-to-write';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const later = (minutes: number) => new Date(NOON + minutes * 60_000);
const reminder: Announcement = { kind: 'reminder' };
const answer: Announcement = { kind: 'answer', reference: 'P-1', text: 'Bonjour' };

/** What dialogs rely on when something is to be said later. `most` of the outbox is 2. */
export function behavesLikeAnOutbox(open: Open<Outbox>): void {
  it('tells when the next reminder of a conversation is due, whatever order they came in', async () => {
    const { store, endTurn } = await open(NOON);
    expect(await store.nextReminder('msteams|a')).toBeUndefined();
    await store.put('msteams|a', reminder, later(90));
    await store.put('msteams|a', reminder, later(30));
    await store.put('msteams|b', reminder, later(5));
    await endTurn();
    expect(await store.nextReminder('msteams|a')).toBe('2026-11-23T12:30:00.000Z');
  });

  it('an answer of the team is no reminder', async () => {
    const { store, endTurn } = await open(NOON);
    await store.put('msteams|a', answer, later(30));
    await endTurn();
    expect(await store.nextReminder('msteams|a')).toBeUndefined();
    expect(await store.dropReminders('msteams|a')).toBe(0);
  });

  it('drops the reminders of one conversation and tells how many there were', async () => {
    const { store, endTurn } = await open(NOON);
    await store.put('msteams|a', reminder, later(30));
    await store.put('msteams|a', reminder, later(60));
    await store.put('msteams|b', reminder, later(5));
    await endTurn();
    expect(await store.dropReminders('msteams|a')).toBe(2);
    await endTurn();
    expect(await store.dropReminders('msteams|a')).toBe(0);
    expect(await store.nextReminder('msteams|a')).toBeUndefined();
    expect(await store.nextReminder('msteams|b')).toBe('2026-11-23T12:05:00.000Z');
  });

  it('has no room for one more than may wait; a reminder that takes the place of another always fits', async () => {
    const { store, endTurn } = await open(NOON);
    expect(await store.hasRoom('msteams|a')).toBe(true);
    await store.put('msteams|a', reminder, later(30));
    await store.put('msteams|c', answer, later(30));
    await endTurn();
    expect(await store.hasRoom('msteams|b')).toBe(true);
    await store.put('msteams|b', reminder, later(30));
    await endTurn();
    expect(await store.hasRoom('msteams|c')).toBe(false);
    expect(await store.hasRoom('msteams|b')).toBe(true);
  });
}
