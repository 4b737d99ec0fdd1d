import { answerBy, type BusinessHours } from '../../src/handoff/business-hours';
import { readWeek } from '../../src/handoff/read-week';

const read = (...days: (string | undefined)[]) => {
  const week = readWeek(days);
  if (week.kind === 'invalid') throw new Error(week.why);
  return week.week;
};
const OFFICE = '09:00-12:00, 13:00-18:00';
const hours = (changes: Partial<BusinessHours> = {}): BusinessHours => ({
  timeZone: 'Europe/Paris',
  week: read(OFFICE, OFFICE, OFFICE, OFFICE, OFFICE),
  holidays: [],
  answerWithinMinutes: 4 * 60,
  ...changes,
});
const by = (iso: string, changes: Partial<BusinessHours> = {}) =>
  answerBy(new Date(iso), hours(changes))?.toISOString();

test.each([
  ['in the morning, over lunch', '2026-11-23T09:30:00+01:00', '2026-11-23T14:30:00+01:00'],
  ['in the evening, from the next morning on', '2026-11-23T19:00:00+01:00', '2026-11-24T14:00:00+01:00'],
  ['on Friday afternoon, over the weekend', '2026-11-27T17:00:00+01:00', '2026-11-30T12:00:00+01:00'],
  ['on Sunday', '2026-11-29T10:00:00+01:00', '2026-11-30T14:00:00+01:00'],
])('a case that comes %s', (_name, from, until) => {
  expect(by(from)).toBe(new Date(until).toISOString());
});

test('on holidays nobody works, those of every year and those of one', () => {
  expect(by('2026-12-24T17:00:00+01:00', { holidays: ['12-25', '2026-12-28'] })).toBe('2026-12-29T11:00:00.000Z');
});

test('nine is nine on the days on which the clocks change', () => {
  const week = read('09:00-17:00', ...Array(5).fill(undefined), '09:00-17:00');
  // In the night before this Sunday the clocks go back: eight hours of work are still eight.
  expect(by('2026-10-24T12:00:00+02:00', { week, answerWithinMinutes: 60 })).toBe('2026-10-25T09:00:00.000Z');
  expect(by('2026-03-28T12:00:00+01:00', { week, answerWithinMinutes: 60 })).toBe('2026-03-29T08:00:00.000Z');
});

test('the zone is the team’s: a case from Paris waits for the morning in New York', () => {
  const timeZone = 'America/New_York';
  expect(by('2026-11-23T10:00:00+01:00', { timeZone, answerWithinMinutes: 60 })).toBe('2026-11-23T15:00:00.000Z');
});

test('work until midnight goes on the next day', () => {
  const week = read(...Array(7).fill('00:00-24:00'));
  expect(by('2026-11-23T22:30:00Z', { week, timeZone: 'UTC' })).toBe('2026-11-24T02:30:00.000Z');
});

test.each([['18:00-09:00'], ['9-18'], ['09:00-12:00, 11:00-18:00'], ['09:00-25:00'], ['24:00-24:30']])(
  '%s is no working time',
  (text) => {
    expect(readWeek([text])).toMatchObject({ kind: 'invalid', day: 0 });
  },
);

test('a week without work is refused: nobody would ever answer', () => {
  expect(readWeek([undefined, '', undefined])).toMatchObject({ kind: 'invalid' });
});

test('when every day is a holiday nothing is promised', () => {
  const everyDay = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(5, 10));
  expect(by('2026-11-23T10:00:00Z', { holidays: everyDay })).toBeUndefined();
});
