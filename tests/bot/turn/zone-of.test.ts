import { zoneOf } from '../../../src/bot/turn/zone-of';

test.each([
  ['America/New_York', 'America/New_York'],
  ['Mars/Olympus', undefined],
  ['', undefined],
  [undefined, undefined],
])('where %s is named, the customer is in %s', (named, zone) => {
  expect(zoneOf(named === undefined ? {} : { localTimezone: named })).toBe(zone);
});
