import { readDay } from '../../../src/dialogs/reminders/read-day';

/** A Monday. */
const today = new Date('2026-11-23T12:00:00Z');

test.each([
  ['demain', 1],
  ['Demain matin svp', 1],
  ['tomorrow', 1],
  ['Morgen früh', 1],
  ['mañana por la mañana', 1],
  ['après-demain', 2],
  ['the day after tomorrow', 2],
  ['Übermorgen', 2],
  ['pasado mañana', 2],
  ['dans 3 jours', 3],
  ['in two days', 2],
  ['in fünf Tagen', 5],
  ['dentro de siete días', 7],
  ['dans une semaine', 7],
  ['in 2 weeks', 14],
  ['in einer Woche', 7],
  ['la semaine prochaine', 7],
  ['nächste Woche', 7],
  ['la próxima semana', 7],
  ['mardi', 1],
  ['on Friday, please', 4],
  ['am Mittwoch', 2],
  ['el domingo', 6],
  ['lundi', 7],
  ['remind me in 40 days', 40],
])('%s is in %i days', (typed, days) => {
  expect(readDay(typed, today)).toBe(days);
});

test.each(['', 'bientôt', 'later', 'jours', 'irgendwann', 'my 3 triggers', 'lundimania', 'demainement'])(
  'no day is read in "%s"',
  (typed) => {
    expect(readDay(typed, today)).toBeUndefined();
  },
);
