import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { createServer } from '../../src/bot/server';
import { freePort } from '../../src/commands/free-port';
import { fromBot, openSite } from '../channels/web/open-site';
import { openTestApp } from '../converse';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-stop-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a stop while an account hangs: the look ends, the customer is told, open sockets hold up nothing', async () => {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const app = await openTestApp({ dataFolder: folder, publicUrl: base });
  const server = createServer(app, { stopping: { readsMs: 50, longestMs: 60_000 } });
  await server.listen(port);
  const post = async (path: string, token: string | undefined, body: object) => {
    const headers = {
      'content-type': 'application/json',
      origin: base,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const answer = await fetch(`${base}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return JSON.parse(await answer.text());
  };
  const { token, conversationId } = await post('/widget/token', undefined, {});
  const { streamUrl } = await post('/v3/directline/conversations', token, { locale: 'en' });
  const socket = new WebSocket(streamUrl, { headers: { origin: base } });
  await once(socket, 'open');

  // An account that takes the call and does not answer: not within the patience of anybody here.
  app.practice?.faults.set({ fault: 'slow' });
  const say = (text: string, value?: object) =>
    post(`/v3/directline/conversations/${conversationId}/activities`, token, { type: 'message', text, value });
  await say('check', { passerelle: { kind: 'check', check: 'triggers' } });
  await say('yes', { passerelle: { kind: 'yes' } });
  await say('practice', { passerelle: { kind: 'practice' } });
  while (app.practice?.seen.length === 0) await sleep(20);
  await Promise.all([server.stop(), once(socket, 'close')]);

  const next = await openSite({ dataFolder: folder });
  const said = fromBot(await next.until({ conversationId, token, expires_in: 0, userId: '' }, () => true));
  expect(said.at(-1)?.text).toContain("I've stopped. Nothing was changed in your account.");
  await next.server.stop();
});
