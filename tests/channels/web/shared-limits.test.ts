import { setImmediate } from 'node:timers/promises';
import { openSharedLimits, type RateLevels } from '../../../src/channels/web/shared-limits';

const RATE = { burst: 20, perSecond: 1 };
const range = (count: number) => Array.from({ length: count }, (_, i) => i);
let now = 0;
const clock = () => now;

/** The buckets of a database, as seconds until each is full; the clock stands still. */
function openLevels() {
  const full = new Map<string, number>();
  const told: string[][] = [];
  let isGone = false;
  const levels: RateLevels = {
    async spend(spent) {
      if (isGone) throw new Error('ECONNREFUSED');
      told.push(spent.map(({ name }) => name));
      for (const { name, seconds } of spent) full.set(name, (full.get(name) ?? 0) + seconds);
      return new Map(spent.map(({ name }) => [name, full.get(name) ?? 0]));
    },
  };
  const setGone = (gone: boolean) => {
    isGone = gone;
  };
  return { levels, full, told, setGone };
}

const openProcess = (levels: RateLevels, faults: string[] = []) => {
  const { open, exchange } = openSharedLimits({ levels, clock, onFault: (why) => void faults.push(why) });
  return { limit: open('posts', RATE), scarce: open('tries', { burst: 5, perSecond: 0.05 }), exchange, faults };
};
const passing = (limit: (key: string) => number, tries: number) => range(tries).filter(() => limit('ana') === 0).length;
/** Until everything that is on its way has been told. */
const told = async () => {
  for (const _ of range(5)) await setImmediate();
};

test('what a caller has had of one process is gone at the other, a moment later', async () => {
  const { levels } = openLevels();
  const [one, other] = [openProcess(levels), openProcess(levels)];
  expect(passing(one.limit, 30)).toBe(20);
  await told();
  expect(passing(other.limit, 2)).toBe(2);
  await other.exchange();
  expect(other.limit('ana')).toBeGreaterThan(0);
  expect(other.limit('ben')).toBe(0);
});

test('what passed too many before the processes knew is waited for', async () => {
  const { levels } = openLevels();
  const [one, other] = [openProcess(levels), openProcess(levels)];
  passing(one.limit, 20);
  passing(other.limit, 20);
  await told();
  // Twenty to pay back at one a second, and one to be had.
  expect([one.limit('ana'), other.limit('ana')].sort()).toEqual([1, 21]);
  now += 20_000;
  expect(other.limit('ana')).toBe(1);
  now += 1000;
  expect(other.limit('ana')).toBe(0);
});

test('who guesses secrets has told of every try, to all processes', async () => {
  const { levels, told: all } = openLevels();
  const one = openProcess(levels);
  one.scarce('ana');
  await told();
  expect(all).toEqual([['tries ana']]);
});

test('a caller who asks for little is told of in batches, once it is worth it', async () => {
  const { levels, told: all } = openLevels();
  const one = openProcess(levels);
  for (const who of ['ana', 'ben', 'cleo']) range(who === 'cleo' ? 1 : 2).map(() => one.limit(who));
  await told();
  expect(all).toEqual([]);
  await one.exchange();
  expect(all).toEqual([['posts ana', 'posts ben']]);
});

test('while the database is gone each process counts by itself, says so once, and tells later what passed', async () => {
  const { levels, full, setGone } = openLevels();
  const one = openProcess(levels);
  setGone(true);
  expect(passing(one.limit, 30)).toBe(20);
  await told();
  await one.exchange();
  expect(passing(one.limit, 10)).toBe(0);
  expect(one.faults).toEqual(['ECONNREFUSED']);
  setGone(false);
  await one.exchange();
  expect(full.get('posts ana')).toBe(20);
});
