import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { openPostgres } from '../../src/storage/open-postgres';
import { sqlActivityLog } from '../../src/storage/sql-activity-log';
import { fromBot, type Said, type Site } from '../channels/web/open-site';
import { newDatabase, openSharedSites } from './open-shared-site';

let databaseUrl: string;
let sites: readonly Site[];
let [one, other]: [Site, Site] = [] as never;
beforeAll(async () => {
  databaseUrl = await newDatabase();
  sites = await openSharedSites(2, databaseUrl);
  [one, other] = sites as [Site, Site];
});
afterAll(() => Promise.all(sites.map(({ server }) => server.stop())));

const numberOf = ({ channelData }: Said) => Reflect.get(Object(channelData?.passerelle), 'number');
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

async function begin(locale = 'en') {
  const token = await one.token();
  const start = await one.call('/v3/directline/conversations', { token: token.token, body: { locale } });
  await one.until(token, (all) => fromBot(all).length >= 1);
  const path = `/v3/directline/conversations/${token.conversationId}/activities`;
  const post = (site: Site, text: string, value?: object) =>
    site.call(path, {
      token: token.token,
      body: { type: 'message', text, ...(value ? { value: { passerelle: value } } : {}) },
    });
  return { token, post, streamUrl: String(start.body.streamUrl) };
}

test('clicks that reach two processes in turn are answered one after the other, each once', async () => {
  const talks = await Promise.all(range(6).map(() => begin()));
  const logs = await Promise.all(
    talks.map(async ({ token, post }) => {
      await post(one, 'step by step', { kind: 'steps', article: 'triggers', step: 1 });
      const clicks = ['next', 'next', 'previous', 'next', 'next', 'next', 'previous', 'next', 'next'];
      // The order in which they are kept is the order that counts: one is acknowledged before the next is sent.
      for (const [i, kind] of clicks.entries()) {
        const { status } = await post(i % 2 === 0 ? other : one, kind, { kind });
        expect(status).toBe(200);
      }
      return one.until(token, (all) => fromBot(all).length >= 11);
    }),
  );
  for (const log of logs) {
    expect(fromBot(log).slice(1).map(numberOf)).toEqual([1, 2, 3, 2, 3, 4, 5, 4, 5, 6]);
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  }
});

test('what is posted to one process comes over the socket that another holds', async () => {
  const { token, post, streamUrl } = await begin();
  const url = new URL(streamUrl);
  url.host = new URL(other.base).host;
  const socket = new WebSocket(url, { headers: { origin: other.base } });
  const heard: string[] = [];
  socket.on('message', (data) => {
    const text = String(data);
    if (text === '') return;
    for (const { text: said } of JSON.parse(text).activities) if (said) heard.push(said);
  });
  await once(socket, 'open');
  await post(one, 'how do I turn off triggers?');
  await one.until(token, (all) => fromBot(all).length >= 2);
  for (let tries = 0; !heard.some((said) => said.includes('rigger')) && tries < 50; tries++) await sleep(20);
  expect(heard.join('\n')).toContain('rigger');
  socket.close();
});

test('"cancel" stops a look that goes on in another process', async () => {
  const { token, post } = await begin();
  one.app.practice?.faults.set({ fault: 'slow' });
  await post(one, 'check', { kind: 'check', check: 'triggers' });
  await post(one, 'yes', { kind: 'yes' });
  await post(one, 'practice', { kind: 'practice' });
  while (one.app.practice?.seen.length === 0) await sleep(20);
  const { status } = await post(other, 'cancel', { kind: 'cancel' });
  expect(status).toBe(200);
  const said = await one.until(token, (all) => fromBot(all).some(({ text = '' }) => text.includes("I've stopped")));
  expect(fromBot(said).filter(({ text = '' }) => text.includes("I've stopped"))).toHaveLength(1);
});

test('what a process that died had acknowledged is answered by another', async () => {
  const { token } = await begin();
  const db = await openPostgres(databaseUrl, { connections: 1 });
  // Posted a minute ago to a process that is no more.
  const log = sqlActivityLog(db, () => new Date(Date.now() - 60_000));
  const post = {
    type: 'message',
    text: 'how do I turn off triggers?',
    from: { id: token.userId, role: 'user' } as never,
  };
  await log.append(token.conversationId, post, { awaitsTurn: true });
  const all = await one.until(token, (said) => fromBot(said).length >= 2);
  await sleep(3000);
  expect(fromBot(await one.until(token, () => true))).toHaveLength(fromBot(all).length);
  await db.destroy();
});

test('a reminder is said once, however many processes look for what is due', async () => {
  const { token } = await begin();
  const db = await openPostgres(databaseUrl, { connections: 1 });
  await db
    .insertInto('outbox')
    .values(
      range(5).map((i) => ({
        conversation: `directline|${token.conversationId}`,
        kind: 'answer',
        item: JSON.stringify({ kind: 'answer', reference: `P-AAAA-AAA${i}`, text: `answer ${i}` }),
        due_at: new Date(Date.now() - 1000).toISOString(),
        first_try_at: null,
        tries: 0,
        state: 'waiting',
      })),
    )
    .execute();
  await one.until(token, (all) => range(5).every((i) => all.some(({ text = '' }) => text.includes(`answer ${i}`))));
  await sleep(3000);
  const all = await one.until(token, () => true);
  for (const i of range(5)) expect(all.filter(({ text = '' }) => text.includes(`answer ${i}`))).toHaveLength(1);
  await db.destroy();
});
