import type { App } from '../src/bot/compose';
import { openSideDoor, type SideDoor } from '../src/commands/open-side-door';
import { type PracticeAccountId, practiceKey } from '../src/simulator/practice-keys';
import { openSite, type Site } from './channels/web/open-site';
import { openTestApp, startTalk, type Talk } from './converse';

/** Nearly midnight in Greenwich: the next day has begun in Paris and in Tokyo. */
const NOW = new Date('2026-11-23T23:30:00Z');

let door: SideDoor;
let app: App;
beforeAll(async () => {
  door = await openSideDoor();
  app = await openTestApp({ publicUrl: door.url, timeZone: 'Europe/Paris' }, { now: () => NOW, wait: async () => {} });
  door.lead(app);
});
afterAll(async () => {
  await door.close();
  await app.close();
});
beforeEach(() => app.practice?.reset());

describe.each([['msteams'], ['directline']])('a customer in Tokyo, on %s', (channelId) => {
  const inTokyo = (): Talk => {
    const talk = startTalk(app, { channelId });
    return { ...talk, post: (activity) => talk.post({ localTimezone: 'Asia/Tokyo', ...activity }) };
  };
  const ask = async (talk: Talk, text: string) => talk.post({ type: 'message', text });
  const signIn = async (id: PracticeAccountId, check: string): Promise<{ talk: Talk; text: string }> => {
    const talk = inTokyo();
    await ask(talk, 'mes déclencheurs sont-ils tous éteints ? vérifiez svp');
    await ask(talk, 'oui');
    const value = { passerelle: { kind: 'sign-in', check }, site: 'practice', key: practiceKey(id) };
    return { talk, text: (await talk.post({ type: 'message', value })).text };
  };

  it('reads when an account was looked at by the clocks of Tokyo', async () => {
    const { text } = await signIn('not-ready', 'triggers');
    expect(text).toContain('Regardé à 08:30 UTC+9');
  });

  it('reads so when an invitation was sent', async () => {
    const { text } = await signIn('not-ready', 'agents');
    expect(text).toContain('24 novembre 2026 à 05:30 UTC+9');
  });

  it('reads so in the report, on its page, and until when it is there', async () => {
    const { text } = await signIn('not-ready', 'all');
    expect(text).toContain('Regardé à 08:30 UTC+9');
    expect(text).toContain('1 décembre 2026');
    const address = /https?:\/\/\S+\/reports\/[\w-]+/.exec(text)?.[0] ?? '';
    const page = (await (await fetch(address)).text()).replace(/\p{Zs}/gu, ' ');
    expect(page).toContain('24 novembre 2026 à 08:30:00 UTC+9');
    expect(page).toContain('24 novembre 2026 à 05:30 UTC+9');
  });

  it('reads so what is not back on yet, and on which day they confirmed something themselves', async () => {
    const { talk } = await signIn('not-ready', 'all');
    const putBack = await ask(talk, "qu'est-ce qui n'est pas encore réactivé ?");
    expect(putBack.text).toContain('Regardé à 08:30 UTC+9');
    await ask(talk, 'vérifie mes notifications par e-mail');
    const value = { passerelle: { kind: 'email-off', confirmed: true } };
    expect((await talk.post({ type: 'message', value })).text).toContain('24 novembre 2026');
    expect((await ask(talk, 'vérifie mes notifications par e-mail')).text).toContain('24 novembre 2026 à 08:30 UTC+9');
  });
});

it('who was told to be in Tokyo once is there until the channel says otherwise', async () => {
  const talk = startTalk(app, { channelId: 'msteams' });
  await talk.post({ type: 'message', text: 'vérifie mes déclencheurs', localTimezone: 'Asia/Tokyo' });
  await talk.say('oui');
  const value = { passerelle: { kind: 'sign-in', check: 'triggers' }, site: 'practice', key: practiceKey('ready') };
  expect((await talk.post({ type: 'message', value })).text).toContain('Regardé à 08:30 UTC+9');
});

it('whose channel does not tell a zone reads that of the team', async () => {
  const talk = startTalk(app);
  await talk.say('mes déclencheurs sont-ils tous éteints ? vérifiez svp');
  await talk.say('oui');
  const value = { passerelle: { kind: 'sign-in', check: 'triggers' }, site: 'practice', key: practiceKey('ready') };
  expect((await talk.post({ type: 'message', value })).text).toContain('Regardé à 00:30 UTC+1');
});

describe('on the website', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(
      { publicUrl: door.url, timeZone: 'Europe/Paris' },
      { world: { now: () => NOW, wait: async () => {} } },
    );
    door.lead(site.app);
  });
  afterAll(() => site.server.stop());

  it.each([
    ['Asia/Tokyo', '08:30 UTC+9'],
    ['my secret place', '00:30 UTC+1'],
    [undefined, '00:30 UTC+1'],
  ])('a client that says it is in %s is told %s', async (localTimezone, time) => {
    const token = await site.token();
    const path = '/v3/directline/conversations';
    const post = (body: object) =>
      site.call(`${path}/${token.conversationId}/activities`, {
        token: token.token,
        body: { type: 'message', localTimezone, ...body },
      });
    await site.call(path, { token: token.token, body: { locale: 'fr-FR' } });
    await post({ text: 'mes déclencheurs sont-ils tous éteints ? vérifiez svp' });
    await post({ text: 'oui' });
    const value = { passerelle: { kind: 'sign-in', check: 'triggers' }, site: 'practice', key: practiceKey('ready') };
    await post({ value });
    const said = await site.until(token, (all) => all.some(({ text = '' }) => text.includes('Regardé')));
    expect(said.map(({ text = '' }) => text.replace(/\p{Zs}/gu, ' ')).join()).toContain(`Regardé à ${time}`);
    // Where somebody is, is nothing that the log of the conversation shows.
    expect(JSON.stringify(said)).not.toMatch(/Tokyo|secret place/);
  });
});
