import { type DeliverHandoffsDeps, deliverHandoffs } from '../../../src/bot/handoff/deliver-handoffs';
import { destinationHealth } from '../../../src/bot/handoff/destination-health';
import { openLog } from '../../../src/bot/log';
import type { Case } from '../../../src/handoff/case';
import type { Destination, Parcel, Sent } from '../../../src/handoff/destination';
import { RETRY } from '../../../src/handoff/retry-pause';
import { forgetConversations } from '../../../src/storage/forget-conversations';
import { sqlDesk } from '../../../src/storage/sql-desk';
import { putHandoffs, sqlHandoffs } from '../../../src/storage/sql-handoffs';
import { atOnce } from '../../../src/storage/unit-of-work';
import { testDatabases } from '../../storage/open-test-database';

const open = testDatabases();
const NOON = Date.parse('2026-11-23T12:00:00Z');
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const log = openLog('silent');

const caseOf = (reference: string): Case => ({
  reference,
  at: new Date(NOON).toISOString(),
  language: 'fr',
  name: 'Ana',
  email: 'ana@acme.fr',
  conversation: 'directline|w',
  transcript: [],
});

/** A destination that answers as it is told, and what it was told. */
function destination(id: string, answer: (parcel: Parcel) => Sent | Promise<Sent>) {
  const told: Parcel[] = [];
  const one: Destination = {
    id,
    kind: 'webhook',
    deliver: async (parcel) => {
      told.push(parcel);
      return answer(parcel);
    },
    probe: async () => ({ kind: 'accepted' }),
    close: () => {},
  };
  return { one, told };
}

async function world(ids: readonly string[], wait: DeliverHandoffsDeps['wait'] = never) {
  const db = await open();
  let time = NOON;
  const now = () => new Date(time);
  const handoffs = sqlHandoffs(db, now);
  const desk = sqlDesk(db, undefined, undefined, () => ids);
  const health = destinationHealth(now, log);
  const deps: DeliverHandoffsDeps = {
    ...{ handoffs, findCase: desk.find, retry: RETRY, health, log, now, random: () => 0.5, wait },
  };
  return {
    ...{ db, desk, handoffs, health, deps },
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

/** A clock that never rings. */
const never = (_milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
const accepted: Sent = { kind: 'accepted' };
const failed: Sent = { kind: 'failed', why: 'HTTP 500' };

test('a case goes to several destinations, once to each', async () => {
  const { desk, handoffs, deps, pass } = await world(['a', 'b']);
  await desk.deliver(caseOf('P-1'));
  const [a, b] = [destination('a', () => accepted), destination('b', () => accepted)];
  for (let round = 0; round < 3; round++) {
    for (const { one } of [a, b]) await deliverHandoffs(deps, one)();
    pass(HOUR);
  }
  expect(a.told.map(({ key }) => key)).toEqual(['P-1.a.opened']);
  expect(b.told).toMatchObject([{ key: 'P-1.b.opened', handedOver: { name: 'Ana' }, triesBefore: 0 }]);
  expect(await handoffs.of('P-1')).toMatchObject([
    { destination: 'a', state: 'delivered' },
    { destination: 'b', state: 'delivered' },
  ]);
});

test('one that answers 4xx for an hour is tried again and again, more and more rarely, until it takes the case', async () => {
  const { desk, deps, handoffs, health, pass } = await world(['a']);
  await desk.deliver(caseOf('P-1'));
  let answer: Sent = { kind: 'failed', why: 'EENVELOPE 450' };
  const a = destination('a', () => answer);
  const minutes: number[] = [];
  for (let minute = 0; minute < 240; minute++) {
    if (minute === 60) answer = accepted;
    const before = a.told.length;
    await deliverHandoffs(deps, a.one)();
    if (a.told.length > before) minutes.push(minute);
    if (minute === 59) expect(health.of('a')).toMatchObject({ state: 'down', why: 'EENVELOPE 450' });
    pass(MINUTE);
  }
  expect(minutes.length).toBeLessThan(10);
  const pauses = minutes.map((minute, i) => minute - (minutes[i - 1] ?? 0)).slice(1);
  expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
  expect(await handoffs.of('P-1')).toMatchObject([{ state: 'delivered' }]);
  expect(health.of('a').state).toBe('up');
});

test('after days it is given up, which can be seen', async () => {
  const { desk, deps, handoffs, pass } = await world(['a']);
  await desk.deliver(caseOf('P-1'));
  const a = destination('a', () => failed);
  for (let hour = 0; hour <= 24 * RETRY.giveUpDays + 2; hour++) {
    await deliverHandoffs(deps, a.one)();
    pass(HOUR);
  }
  expect(await handoffs.of('P-1')).toMatchObject([{ state: 'given-up', why: 'HTTP 500' }]);
  const tries = a.told.length;
  pass(10 * DAY);
  await deliverHandoffs(deps, a.one)();
  expect(a.told).toHaveLength(tries);
  expect(await handoffs.counts()).toEqual(new Map([['a', { waiting: 0, givenUp: 1 }]]));
});

test('one that hangs is given up after its time, and keeps no other waiting', async () => {
  let ring = () => {};
  const { desk, deps, health } = await world(['a', 'b'], () => new Promise((resolve) => (ring = resolve)));
  await desk.deliver(caseOf('P-1'));
  const [a, b] = [destination('a', () => new Promise<Sent>(() => {})), destination('b', () => accepted)];
  const hanging = deliverHandoffs(deps, a.one)();
  while (a.told.length === 0) await new Promise(setImmediate);
  const ringA = ring;
  await deliverHandoffs(deps, b.one)();
  expect(b.told).toHaveLength(1);
  expect(health.of('b').state).toBe('up');
  ringA();
  await hanging;
  expect(a.told).toHaveLength(1);
});

test('while it is down it is asked with one case at a time; back again, it gets all that has waited', async () => {
  const { desk, deps, health, pass } = await world(['a']);
  for (let i = 0; i < 30; i++) await desk.deliver({ ...caseOf(`P-${i}`), conversation: `directline|${i}` });
  let answer: Sent = failed;
  const a = destination('a', () => answer);
  await deliverHandoffs(deps, a.one)();
  pass(MINUTE);
  expect(health.of('a').state).toBe('down');
  a.told.length = 0;
  await deliverHandoffs(deps, a.one)();
  expect(a.told).toHaveLength(1);
  answer = accepted;
  pass(HOUR);
  await deliverHandoffs(deps, a.one)();
  expect(new Set(a.told.map(({ key }) => key)).size).toBe(30);
});

test('what a destination told of a half delivery is there at the next try', async () => {
  const { desk, deps, pass } = await world(['a']);
  await desk.deliver(caseOf('P-1'));
  const a = destination('a', ({ remote }) => (remote.ticket ? accepted : { ...failed, remote: { ticket: 7 } }));
  await deliverHandoffs(deps, a.one)();
  pass(MINUTE);
  await deliverHandoffs(deps, a.one)();
  expect(a.told).toMatchObject([
    { triesBefore: 0, remote: {} },
    { triesBefore: 1, remote: { ticket: 7 } },
  ]);
});

test('a process that dies over it leaves it to the next one, under the same key', async () => {
  const { desk, deps, handoffs, pass } = await world(['a']);
  await desk.deliver(caseOf('P-1'));
  await handoffs.claimDue('a', 10, () => MINUTE);
  const a = destination('a', () => accepted);
  await deliverHandoffs(deps, a.one)();
  expect(a.told).toEqual([]);
  pass(MINUTE);
  await deliverHandoffs(deps, a.one)();
  expect(a.told).toMatchObject([{ key: 'P-1.a.opened', triesBefore: 1 }]);
});

test('what became of a case is told after the case, and with what is known of it there', async () => {
  const { db, desk, deps, pass } = await world(['a']);
  await desk.deliver(caseOf('P-1'));
  await putHandoffs(db, atOnce(db), caseOf('P-1'), ['a'], 'answered', new Date(NOON).toISOString());
  await putHandoffs(db, atOnce(db), caseOf('P-1'), ['a'], 'answered', new Date(NOON).toISOString());
  let answer: Sent = failed;
  const a = destination('a', () => answer);
  await deliverHandoffs(deps, a.one)();
  answer = { kind: 'accepted', remote: { ticket: 7 } };
  for (let i = 0; i < 3; i++) {
    pass(HOUR);
    await deliverHandoffs(deps, a.one)();
  }
  expect(a.told.map(({ event, remote }) => [event, remote])).toEqual([
    ['opened', {}],
    ['opened', {}],
    ['answered', { ticket: 7 }],
  ]);
});

test('a bug in a destination loses nothing', async () => {
  const { desk, deps, handoffs } = await world(['a']);
  await desk.deliver(caseOf('P-1'));
  const a = destination('a', () => {
    throw new TypeError('oops');
  });
  await deliverHandoffs(deps, a.one)();
  expect(await handoffs.of('P-1')).toMatchObject([{ state: 'waiting', tries: 1, why: /itself/ }]);
});

test('a case on its way goes on when the customer leaves the conversation', async () => {
  const { db, desk, deps } = await world(['a']);
  await desk.deliver(caseOf('P-1'));
  await forgetConversations(db, atOnce(db), [{ conversation: 'directline|w', stateKey: 'directline/w/' }]);
  const a = destination('a', () => accepted);
  await deliverHandoffs(deps, a.one)();
  expect(a.told).toHaveLength(1);
});
