import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPosted } from '../../../src/channels/web/read-posted';
import { openDatabase } from '../../../src/storage/open-database';
import { sqlActivityLog } from '../../../src/storage/sql-activity-log';
import { fromBot, openSite, type Site, type Token } from './open-site';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const now = () => new Date('2026-11-23T18:30:00Z');
const say = (site: Site, { conversationId, token }: Token, text: string, name = text) =>
  site.call(`/v3/directline/conversations/${conversationId}/activities`, {
    token,
    body: { type: 'message', text, channelData: { clientActivityID: name } },
  });

it('a restart in the middle loses nothing: token, log, open question, and what had no answer yet', async () => {
  const first = await openSite({ dataFolder: folder });
  const token = await first.token();
  await first.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr-FR' } });
  await say(first, token, 'comment désactiver les déclencheurs ?');
  await first.until(token, (all) => fromBot(all).length === 2);
  await say(first, token, 'étape par étape');
  const before = await first.until(token, (all) => fromBot(all).length === 3);
  await first.server.stop();

  // The process was killed after it had acknowledged this one.
  const db = await openDatabase(folder);
  const user = { id: token.userId, role: 'user', name: '' };
  const lost = { type: 'message', text: 'suivant', from: user };
  await sqlActivityLog(db, now).append(token.conversationId, lost, { clientId: 'lost1', awaitsTurn: true });
  await db.destroy();

  const second = await openSite({ dataFolder: folder });
  const after = await second.until(token, (all) => fromBot(all).length === 4);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(fromBot(after).at(-1)?.channelData?.passerelle).toMatchObject({ kind: 'step', number: 2 });
  // The client has heard nothing and posts it again: it has been said.
  await say(second, token, 'suivant', 'lost1');
  await say(second, token, 'suivant');
  const end = await second.until(token, (all) => fromBot(all).length > 4);
  expect(fromBot(end).at(-1)?.channelData?.passerelle).toMatchObject({ kind: 'step', number: 3 });
  expect(end.filter(({ text }) => text === 'suivant')).toHaveLength(2);
  await second.server.stop();
});

it('what was posted first is answered first, however fast the customer is after a restart', async () => {
  const first = await openSite({ dataFolder: folder });
  const token = await first.token();
  await first.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr-FR' } });
  await say(first, token, 'comment désactiver les déclencheurs ?');
  await say(first, token, 'étape par étape');
  const before = await first.until(token, (all) => fromBot(all).length === 3);
  await first.server.stop();

  const db = await openDatabase(folder);
  const user = { id: token.userId, role: 'user', name: '' };
  const log = sqlActivityLog(db, now);
  for (const name of ['a', 'b'])
    await log.append(
      token.conversationId,
      { type: 'message', text: 'suivant', from: user },
      { clientId: name, awaitsTurn: true },
    );
  await db.destroy();

  const app = await openSite({ dataFolder: folder });
  await say(app, token, 'précédent');
  const after = await app.until(token, (all) => fromBot(all).length === 6);
  expect(
    fromBot(after.slice(before.length)).map(({ channelData }) =>
      Reflect.get(Object(channelData?.passerelle), 'number'),
    ),
  ).toEqual([2, 3, 2]);
  await app.server.stop();
});

it('a customer whose server was killed before it could greet is greeted when the socket comes again, once', async () => {
  const first = await openSite({ dataFolder: folder });
  const token = await first.token();
  const { conversationId: id, userId: user } = token;
  await first.app.web.log.start({ id, user, locale: 'fr-FR' });
  await first.server.stop();

  const second = await openSite({ dataFolder: folder });
  const again = () => second.call(`/v3/directline/conversations/${id}?watermark=`, { token: token.token });
  await Promise.all([again(), again()]);
  await second.until(token, (all) => fromBot(all).length > 0);
  await again();
  await say(second, token, 'merci');
  const said = fromBot(await second.until(token, (all) => all.at(-1)?.from.role === 'bot'));
  await second.server.stop();
  // The greeting, and the answer to the thanks.
  expect(said).toHaveLength(2);
});

it('a key that was on its way is asked for again, with the reason: it was kept nowhere', async () => {
  const first = await openSite({ dataFolder: folder });
  const token = await first.token();
  await first.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr-FR' } });
  await first.until(token, (all) => fromBot(all).length === 1);
  await first.server.stop();

  // The process was killed in the middle of the look, after "I'm still looking".
  const db = await openDatabase(folder);
  const value = { passerelle: { kind: 'sign-in', check: 'triggers' }, site: 'acme.teamwork.com', key: 'tkn.v1_canary' };
  const posted = readPosted({ type: 'message', value, channelData: { clientActivityID: 'key' } });
  if (posted.kind !== 'posted' || !posted.echo) throw new Error('The card is an activity');
  const user = { id: token.userId, role: 'user', name: '' };
  const echo = { ...posted.echo, from: user };
  expect(JSON.stringify(echo)).not.toContain('canary');
  await sqlActivityLog(db, now).append(token.conversationId, echo, { clientId: 'key', awaitsTurn: true });
  await db.destroy();

  const second = await openSite({ dataFolder: folder });
  const said = fromBot(await second.until(token, (all) => fromBot(all).length === 3));
  expect(said[1]?.text).toContain("elle n'est conservée nulle part");
  expect(said[2]?.channelData?.passerelle).toMatchObject({ kind: 'sign-in', check: 'triggers' });
  await second.server.stop();
});

it('a stop lets the turn in flight finish, and its answer is there afterwards', async () => {
  const site = await openSite({ dataFolder: folder });
  const token = await site.token();
  await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr-FR' } });
  await say(site, token, 'où trouver ma clé api ?');
  await site.server.stop();
  const again = await openSite({ dataFolder: folder });
  const said = await again.until(token, () => true);
  expect(fromBot(said).at(-1)?.text).toContain('API');
  await again.server.stop();
});

it('what was said is kept as long as everything else, and then forgotten', async () => {
  const times = { now: '2026-11-23T18:30:00Z' };
  const now = () => new Date(times.now);
  const site = await openSite({ retentionDays: 30 }, { world: { now, clock: () => now().getTime() } });
  const token = await site.token();
  await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'fr-FR' } });
  await site.until(token, (all) => fromBot(all).length === 1);
  times.now = '2026-12-22T18:30:00Z';
  await site.app.forgetOld();
  const kept = await site.call('/widget/token', { body: { token: token.token } });
  expect(kept.body.conversationId).toBe(token.conversationId);
  times.now = '2026-12-24T18:30:00Z';
  await site.app.forgetOld();
  expect(await site.app.web.log.find(token.conversationId)).toBeUndefined();
  const gone = await site.call('/widget/token', { body: { token: token.token } });
  expect(gone.body.conversationId).not.toBe(token.conversationId);
  await site.server.stop();
});
