import { steadyClock } from '../../src/bot/steady-clock';
import { createRateBackoff } from '../../src/checks/http/rate-backoff';
import { memoryKeyRing } from '../../src/checks/key-ring';
import { sealKey } from '../../src/checks/sealed-key';

const [MINUTE, HOUR] = [60_000, 3_600_000];

function world() {
  const wall = { ms: Date.parse('2026-10-25T02:59:00Z') };
  return { wall, clock: steadyClock(() => new Date(wall.ms)) };
}

test('a clock that is set back by an hour lends no key for an hour longer', async () => {
  const { wall, clock } = world();
  const ring = memoryKeyRing(30 * MINUTE, clock);
  const lent = { site: 'https://acme.teamwork.com', host: 'acme.teamwork.com', isPractice: false, key: sealKey('tkn') };
  await ring.put('a', lent);
  wall.ms += 10 * MINUTE;
  expect(await ring.get('a')).toBeDefined();
  wall.ms -= HOUR;
  expect(await ring.get('a')).toBeDefined();
  wall.ms += 20 * MINUTE;
  expect(await ring.get('a')).toBeUndefined();
});

test('a clock that is set back keeps nobody waiting for an hour', () => {
  const { wall, clock } = world();
  const backoff = createRateBackoff(clock);
  backoff.block('a', 60);
  wall.ms -= HOUR;
  expect(backoff.secondsLeft('a')).toBe(60);
  wall.ms += MINUTE;
  expect(backoff.secondsLeft('a')).toBe(0);
});
