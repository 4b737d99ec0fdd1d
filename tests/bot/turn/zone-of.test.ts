import { zoneOf } from '../../../src/bot/turn/zone-of';

test.each([
  ['America/New_York', 'America/New_York'],
  ['Mars/Olympus', 'Europe/Paris'],
  ['', 'Europe/Paris'],
  [undefined, 'Europe/Paris'],
])('where %s is named, the customer is in %s', (named, zone) => {
  expect(zoneOf(named === undefined ? {} : { localTimezone: named }, 'Europe/Paris')).toBe(zone);
});
