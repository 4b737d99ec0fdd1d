import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL_SERVICE } from '../../../src/bot/connector/local-connector';
import { keepReference } from '../../../src/bot/middleware/keep-reference';
import { openStorage } from '../../../src/bot/open-storage';
import { recordOf } from '../../../src/bot/turn/turn-record';
import { openDatabase } from '../../../src/storage/open-database';
import { TEST_CONFIG } from '../../converse';
import { contextOf, through } from '../context-of';

const message = (more: object = {}) => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/emea/',
  conversation: { id: 'a:1' },
  from: { id: '29:1' },
  recipient: { id: '28:bot' },
  locale: 'fr-FR',
  ...more,
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Hears one message a minute from noon on; `hear` tells what is kept after it. */
async function heard() {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-reference-'));
  let time = Date.parse('2026-11-23T11:59:00Z');
  const now = () => new Date(time);
  const storage = await openStorage({ ...TEST_CONFIG, dataFolder: folder }, now, () => 0.5);
  const db = await openDatabase(folder);
  closing.push(async () => {
    await db.destroy();
    await storage.close();
    rmSync(folder, { recursive: true });
  });
  const middleware = keepReference(now);
  let isStored = true;
  /** What is kept after a message: when it was written, and where it leads. */
  const hear = async (more: object = {}): Promise<string | undefined> => {
    time += 60_000;
    const context = contextOf(message(more));
    const writes = storage.openWrites();
    recordOf(context).writes = writes;
    await through(middleware, context);
    if (isStored) await writes.commit();
    else writes.drop();
    const row = await db.selectFrom('conversation_references').selectAll().executeTakeFirst();
    if (!row) return undefined;
    const { serviceUrl } = JSON.parse(row.item);
    return `${row.saved_at.slice(5, 16)} ${row.conversation} ${serviceUrl}`;
  };
  return {
    hear,
    find: () => storage.references.find('msteams|a:1'),
    fail: (is: boolean) => {
      isStored = !is;
    },
    nextDay: () => {
      time = Date.parse('2026-11-24T11:59:00Z');
    },
  };
}

test('the way to a conversation is kept when it is new, not at every message', async () => {
  const { hear, find } = await heard();
  expect(await hear()).toBe('11-23T12:00 msteams|a:1 https://smba.example/emea/');
  expect(await hear({ id: '2', text: 'again' })).toBe('11-23T12:00 msteams|a:1 https://smba.example/emea/');
  // The message that it came with is no part of the way.
  expect(await find()).not.toHaveProperty('activityId');
});

test('what its turn could not store is kept at the next message', async () => {
  const { hear, fail } = await heard();
  fail(true);
  expect(await hear()).toBeUndefined();
  fail(false);
  expect(await hear()).toMatch(/^11-23T12:01 /);
  expect(await hear()).toMatch(/^11-23T12:01 /);
});

test('it is kept again when it has changed, and when a day has gone by', async () => {
  const { hear, nextDay } = await heard();
  await hear();
  const moved = { serviceUrl: 'https://smba.example/amer/' };
  expect(await hear(moved)).toBe('11-23T12:01 msteams|a:1 https://smba.example/amer/');
  nextDay();
  expect(await hear(moved)).toBe('11-24T12:00 msteams|a:1 https://smba.example/amer/');
});

test('conversations of this process, and turns that we began ourselves, are not kept', async () => {
  const { hear } = await heard();
  expect(await hear({ serviceUrl: LOCAL_SERVICE })).toBeUndefined();
  expect(await hear({ serviceUrl: undefined })).toBeUndefined();
  expect(await hear({ type: 'event', name: 'ContinueConversation' })).toBeUndefined();
});

test.each([
  { type: 'installationUpdate', action: 'remove' },
  { type: 'installationUpdate', action: 'remove-upgrade' },
  { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] },
])('when the bot is removed ($type $action) no way is kept; when it comes back it is kept anew', async (removal) => {
  const { hear } = await heard();
  expect(await hear()).toMatch(/^11-23T12:00 /);
  expect(await hear(removal)).toMatch(/^11-23T12:00 /);
  expect(await hear()).toMatch(/^11-23T12:02 /);
});
