import { believedTime } from '../../src/bot/believed-time';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-23T12:00:00Z');

/** A clock on the wall that is wrong by so many hours, looked at each hour. */
function looks(errors: readonly number[]): readonly number[] {
  let hour = 0;
  const believed = believedTime(
    () => new Date(NOON + (hour + (errors[hour] ?? 0)) * HOUR),
    () => hour * HOUR,
  );
  return errors.map((_, at) => {
    hour = at;
    return (believed().getTime() - NOON) / HOUR - at;
  });
}

test('a clock that goes well is believed', () => {
  expect(looks([0, 0, 0])).toEqual([0, 0, 0]);
});

test('one that leaps an hour forward and back again is never believed to be early', () => {
  expect(looks([0, 1, 0, 0])).toEqual([0, 0, 0, 0]);
});

test('one that stays where it has leapt to is believed at the look after it: it was wrong before', () => {
  expect(looks([0, 24, 24, 24])).toEqual([0, 0, 24, 24]);
});

test('one that is set back is believed at once', () => {
  expect(looks([0, -1, -1])).toEqual([0, -1, -1]);
});
