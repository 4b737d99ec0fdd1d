import type { TurnContext } from 'botbuilder';
import { deliverOutbox } from '../../../src/bot/outbox/deliver-outbox';
import { recordOf } from '../../../src/bot/turn/turn-record';
import type { Announcement } from '../../../src/outbox/outbox';
import { sqlOutbox } from '../../../src/storage/sql-outbox';
import { testDatabases } from '../../storage/open-test-database';
import { contextOf } from '../context-of';

const open = testDatabases();
const NOON = Date.parse('2026-11-23T12:00:00Z');
const MINUTE = 60_000;
const answer: Announcement = { kind: 'answer', reference: 'P-1', text: 'Bonjour' };

/** A delivery whose ways out are counted; `isDown` makes them fail. */
async function delivery({ hangs = false } = {}) {
  const db = await open();
  let time = NOON;
  let isDown = false;
  const now = () => new Date(time);
  const outbox = sqlOutbox(db, now);
  const said: string[] = [];
  const events: object[] = [];
  const note = (fields: object) => void events.push(fields);
  const tell = (way: string) => async (reference: object, logic: (context: TurnContext) => Promise<void>) => {
    const context = contextOf({});
    await logic(context);
    const kind = recordOf(context).due?.kind;
    if (!isDown) said.push(`${way} ${kind} ${JSON.stringify(reference)}`);
  };
  const deliver = deliverOutbox({
    outbox,
    references: { find: async (conversation) => (conversation === 'msteams|a' ? { channelId: 'msteams' } : undefined) },
    web: { find: async (id) => (id === 'w' ? { id, user: 'dl_1', locale: 'fr' } : undefined) },
    adapter: { tell: tell('remote'), tellLocal: tell('local') },
    logic: async () => {
      if (isDown) throw new Error('no way out');
      if (hangs) await new Promise(() => {});
    },
    log: { debug: note, info: note, warn: note, error: note },
    now,
    wait: async () => {
      if (!hangs) await new Promise(() => {});
    },
  });
  return {
    db,
    outbox,
    said,
    events,
    deliver,
    down: (is: boolean) => {
      isDown = is;
    },
    at: (minutes: number) => {
      time = NOON + minutes * MINUTE;
    },
  };
}

test('what is due goes to where its conversation is, once', async () => {
  const { outbox, deliver, said, at } = await delivery();
  await outbox.put('msteams|a', answer, new Date(NOON));
  await outbox.put('directline|w', { kind: 'reminder' }, new Date(NOON));
  await deliver();
  await deliver();
  at(600);
  await deliver();
  expect(said).toHaveLength(2);
  expect(said[0]).toBe('remote answer {"channelId":"msteams"}');
  expect(said[1]).toContain('local reminder {"channelId":"directline","conversation":{"id":"w"');
});

test('a channel that is down is tried again, and then it is said once', async () => {
  const { outbox, deliver, said, down, at } = await delivery();
  await outbox.put('msteams|a', answer, new Date(NOON));
  down(true);
  await deliver();
  expect(said).toEqual([]);
  down(false);
  at(1);
  await deliver();
  at(100);
  await deliver();
  expect(said).toHaveLength(1);
});

test('after a day it is given up, which the log and the outbox tell', async () => {
  const { db, outbox, deliver, said, events, down, at } = await delivery();
  await outbox.put('msteams|a', answer, new Date(NOON));
  await outbox.put('directline|gone', answer, new Date(NOON));
  down(true);
  for (let minute = 0; minute <= 26 * 60; minute += 30) {
    at(minute);
    await deliver();
  }
  down(false);
  at(48 * 60);
  await deliver();
  expect(said).toEqual([]);
  expect(events.filter((event) => 'event' in event && event.event === 'given up')).toHaveLength(2);
  const rows = await db.selectFrom('outbox').select('state').execute();
  expect(rows.map(({ state }) => state)).toEqual(['given-up', 'given-up']);
  expect(JSON.stringify(events)).not.toContain('Bonjour');
});

test('a channel that never answers holds up nobody', async () => {
  const { outbox, deliver, events } = await delivery({ hangs: true });
  await outbox.put('msteams|a', answer, new Date(NOON));
  await deliver();
  expect(events).toMatchObject([{ event: 'not announced', error: 'Error: Not said in time' }]);
});
