import { dayIn, isTimeZone, morningIn } from '../../../src/dialogs/reminders/morning';

test.each([
  ['Europe/Paris', '2026-11-23T18:30:00Z', 1, '2026-11-24T08:00:00.000Z'],
  ['America/New_York', '2026-11-23T18:30:00Z', 2, '2026-11-25T14:00:00.000Z'],
  ['Asia/Kolkata', '2026-11-23T18:30:00Z', 7, '2026-12-01T03:30:00.000Z'],
  ['UTC', '2026-12-31T23:59:59Z', 1, '2027-01-01T09:00:00.000Z'],
])('nine in the morning in %s, from %s in %i days', (zone, now, days, expected) => {
  expect(morningIn(zone, new Date(now), days).toISOString()).toBe(expected);
});

test('a morning after the clocks have changed is still at nine', () => {
  // Paris: winter time from 25 October 2026, summer time from 28 March 2027.
  expect(morningIn('Europe/Paris', new Date('2026-10-24T10:00:00Z'), 1).toISOString()).toBe('2026-10-25T08:00:00.000Z');
  expect(morningIn('Europe/Paris', new Date('2027-03-27T10:00:00Z'), 1).toISOString()).toBe('2027-03-28T07:00:00.000Z');
});

test('the day is the customer’s, not ours', () => {
  expect(dayIn('Asia/Tokyo', new Date('2026-11-23T18:30:00Z')).toISOString().slice(0, 10)).toBe('2026-11-24');
});

test('a made-up zone is none', () => {
  expect([isTimeZone('Europe/Paris'), isTimeZone('Mars/Olympus'), isTimeZone('')]).toEqual([true, false, false]);
});
