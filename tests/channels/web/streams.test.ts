import { createConnection } from 'node:net';
import WebSocket from 'ws';
import type { LoggedRow } from '../../../src/channels/web/activity-log';
import { openStreams } from '../../../src/channels/web/streams';
import { openSite, type Said, type Site, type Token } from './open-site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.server.stop());

async function begun(): Promise<Token & { readonly streamUrl: string }> {
  const token = await site.token();
  const { body } = await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr' } });
  return { ...token, streamUrl: String(body.streamUrl) };
}

function listen(url: string) {
  const socket = new WebSocket(url);
  const got: Said[] = [];
  let watermark = '';
  socket.on('error', () => {});
  socket.on('message', (data) => {
    const text = String(data);
    if (!text) return;
    const set: { activities: Said[]; watermark: string } = JSON.parse(text);
    got.push(...set.activities);
    watermark = set.watermark;
  });
  const closed = new Promise<string>((resolve) => socket.on('close', (code, reason) => resolve(`${code} ${reason}`)));
  const until = async (isEnough: () => boolean) => {
    for (let tries = 0; !isEnough(); tries++) {
      if (tries > 400) throw new Error(`Never came: ${JSON.stringify(got).slice(0, 1000)}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  return { socket, got, closed, until, watermark: () => watermark };
}

const post = ({ conversationId, token }: Token, text: string) =>
  site.call(`/v3/directline/conversations/${conversationId}/activities`, { token, body: { type: 'message', text } });
const streamAt = async ({ conversationId, token }: Token, watermark: string) => {
  const { body } = await site.call(`/v3/directline/conversations/${conversationId}?watermark=${watermark}`, { token });
  return String(body.streamUrl);
};
const messages = (got: readonly Said[]) => got.filter(({ type }) => type === 'message');

it('catches up from the watermark, then goes on live: echo, answer', async () => {
  const begin = await begun();
  const first = listen(begin.streamUrl);
  await first.until(() => messages(first.got).length === 1);
  first.socket.terminate();
  await post(begin, 'merci');
  const second = listen(await streamAt(begin, first.watermark()));
  await second.until(() => messages(second.got).length === 2);
  await post(begin, 'où trouver ma clé api ?');
  await second.until(() => messages(second.got).length === 4);
  const kinds = messages(second.got).map(({ from }) => from.role);
  expect(kinds).toEqual(['user', 'bot', 'user', 'bot']);
  second.socket.close();
});

it('tells every tab of a conversation the same', async () => {
  const begin = await begun();
  const tabs = [listen(begin.streamUrl), listen(await streamAt(begin, '0'))];
  await post(begin, 'merci');
  for (const { got, until } of tabs) await until(() => messages(got).length === 3);
  const [one = [], two = []] = tabs.map(({ got }) => messages(got).map(({ id }) => id));
  expect(one).toEqual(two);
  for (const { socket } of tabs) socket.close();
});

it.each([
  ['no token', (url: string) => url.replace(/&t=.*/, '')],
  ['a forged token', (url: string) => `${url}x`],
  ['the conversation of somebody else', (url: string) => url.replace(/conversations\/[^/]+/, 'conversations/another')],
])('refuses a socket with %s', async (_, change) => {
  const { streamUrl } = await begun();
  const { socket, closed } = listen(change(streamUrl));
  const status = new Promise((resolve) =>
    socket.on('unexpected-response', (__, { statusCode }) => resolve(statusCode)),
  );
  socket.on('unexpected-response', () => socket.terminate());
  expect(await status).toBe(403);
  await closed;
});

it('refuses a socket from a foreign page, and at another address', async () => {
  const { streamUrl } = await begun();
  const answer = (url: string, origin: string) =>
    new Promise((resolve) => {
      const socket = new WebSocket(url, { origin });
      socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode));
      socket.on('open', () => resolve('open'));
      socket.on('error', () => {});
    });
  expect(await answer(streamUrl, 'https://evil.example')).toBe(403);
  expect(await answer(streamUrl.replace(/\/v3.*/, '/elsewhere'), site.base)).toBe(404);
});

it('survives malformed and oversized frames: that line ends, the app stands', async () => {
  const begin = await begun();
  const large = listen(begin.streamUrl);
  await large.until(() => large.socket.readyState === WebSocket.OPEN);
  large.socket.send('x'.repeat(100_000));
  expect(await large.closed).toMatch(/^1009/);

  const { hostname, port, pathname, search } = new URL(await streamAt(begin, '0'));
  const raw = createConnection(Number(port), hostname);
  const ended = new Promise((resolve) => raw.on('close', resolve));
  raw.on('error', () => {});
  raw.write(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
  );
  raw.once('data', () => raw.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff])));
  await ended;
  expect((await post(begin, 'merci')).status).toBe(200);
});

it('lets go of a line that sends one frame after another, and not of one that says that it is there', async () => {
  const [flooding, quiet] = [listen((await begun()).streamUrl), listen((await begun()).streamUrl)];
  for (const { socket, until } of [flooding, quiet]) await until(() => socket.readyState === WebSocket.OPEN);
  for (let i = 0; i < 50; i++) quiet.socket.send('');
  for (let i = 0; i < 1000; i++) flooding.socket.send('');
  // The farewell may be lost on a line that is still being written to.
  expect(await flooding.closed).toMatch(/^(?:1008|1006)/);
  expect(quiet.socket.readyState).toBe(WebSocket.OPEN);
  quiet.socket.close();
});

describe('a client that does not read', () => {
  /** A socket whose sends end when the test says so. */
  function slowSocket() {
    const sent: string[] = [];
    const waiting: (() => void)[] = [];
    const handlers = new Map<string, () => void>();
    const socket = {
      OPEN: 1,
      readyState: 1,
      bufferedAmount: 0,
      send: (text: string, done?: () => void) => {
        sent.push(text);
        if (done) waiting.push(done);
      },
      on: (name: string, handler: () => void) => void handlers.set(name, handler),
      ping: () => {},
      close: () => {},
      terminate: () => {
        socket.readyState = 3;
        handlers.get('close')?.();
      },
    };
    return { socket, sent, waiting };
  }
  const log = (rows: readonly LoggedRow[]) => ({
    since: async (_: string, number: number, most: number) => rows.filter((row) => row.number > number).slice(0, most),
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

  it('has one frame on its way and no more, and delays nobody', async () => {
    const rows: LoggedRow[] = [];
    const streams = openStreams(log(rows), () => {});
    const [slow, quick] = [slowSocket(), slowSocket()];
    quick.socket.send = (text, done) => {
      quick.sent.push(text);
      done?.();
    };
    for (const { socket } of [slow, quick]) streams.add('c', socket, 0);
    for (let number = 1; number <= 500; number++) {
      rows.push({ number, activity: { type: 'message', text: 'x'.repeat(1000) } });
      streams.wake('c');
    }
    await settled();
    expect(slow.sent).toHaveLength(1);
    const received = quick.sent.flatMap((text) => JSON.parse(text).activities);
    expect(received).toHaveLength(500);
    while (slow.waiting.length > 0) {
      slow.waiting.shift()?.();
      await settled();
    }
    expect(slow.sent.flatMap((text) => JSON.parse(text).activities)).toHaveLength(500);
  });

  it('is shown that an answer is being typed only until the answer is there', async () => {
    const rows: LoggedRow[] = [];
    const streams = openStreams(log(rows), () => {});
    const { socket, sent, waiting } = slowSocket();
    streams.add('c', socket, 0);
    streams.flash('c', { type: 'typing' });
    await settled();
    expect(sent.map((text) => JSON.parse(text))).toEqual([{ activities: [{ type: 'typing' }], watermark: '0' }]);
    // The next signal waits behind the first, and the answer overtakes it.
    streams.flash('c', { type: 'typing' });
    rows.push({ number: 1, activity: { type: 'message', from: { id: 'b', name: '', role: 'bot' } } });
    streams.wake('c');
    for (let i = 0; i < 3; i++) {
      waiting.shift()?.();
      await settled();
    }
    expect(sent).toHaveLength(2);
  });

  it('is let go in the end', async () => {
    const streams = openStreams(log([{ number: 1, activity: {} }]), () => {}, { keepAliveMs: 1000, longestSendMs: 30 });
    const { socket } = slowSocket();
    streams.add('c', socket, 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([socket.readyState, streams.count()]).toEqual([3, 0]);
  });

  it('that answers no ping is let go too, and one that does gets empty frames', async () => {
    const streams = openStreams(log([]), () => {}, { keepAliveMs: 20, longestSendMs: 1000 });
    const { socket, sent } = slowSocket();
    streams.add('c', socket, 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sent).toEqual(['']);
    expect(streams.count()).toBe(0);
  });
});
