import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import type { App } from '../src/bot/compose';
import type { Config } from '../src/bot/config';
import { openSideDoor } from '../src/commands/open-side-door';
import { practiceKey } from '../src/simulator/practice-keys';
import { openDatabase } from '../src/storage/open-database';
import { answerCase, undelivered } from '../src/storage/sql-answers';
import { openTeamsConnector } from './bot/teams-connector';
import { openTestApp, startTalk, type Talk, textOf } from './converse';

const MONDAY = Date.parse('2026-11-23T18:30:00Z');
const HOUR = 60 * 60 * 1000;
const NINE_TOMORROW = Date.parse('2026-11-24T08:00:00Z');

let time = MONDAY;
const now = () => new Date(time);
const folders: string[] = [];
const apps: App[] = [];
/** For the tests that need nothing of their own: each has a conversation to itself. */
let shared: App;
beforeAll(async () => {
  shared = await openTestApp({}, { now });
});
afterAll(() => shared.close());
beforeEach(() => {
  time = MONDAY;
});
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-proactive-'));
  folders.push(folder);
  return folder;
}

async function open(changes: Partial<Config>): Promise<App> {
  const app = await openTestApp(changes, { now });
  apps.push(app);
  return app;
}

let conversations = 0;

/** A chat on the website, and what is said in it unasked. */
async function webTalk(
  app: App,
  locale = 'fr-FR',
  id = `web-${conversations++}`,
): Promise<{ talk: Talk; heard: Partial<Activity>[] }> {
  const heard: Partial<Activity>[] = [];
  app.adapter.openLocally((conversation) => ({
    begin: async () => {},
    deliver: async (activity) => {
      if (conversation === id) heard.push(activity);
      return `unasked-${heard.length}`;
    },
  }));
  await app.web.log.start({ id, user: 'dl_ana', locale });
  return { talk: startTalk(app, { channelId: 'directline', id, locale }), heard };
}

const words = (heard: readonly Partial<Activity>[]) => heard.map(textOf).join('\n');
const buttons = (heard: readonly Partial<Activity>[]) =>
  heard.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []).map(({ title }) => title);

describe('a reminder', () => {
  it('is agreed to by a click, said back with day and hour, and comes then, once', async () => {
    const app = shared;
    const { talk, heard } = await webTalk(app);
    const asked = await talk.say('Je voudrais un rappel pour rallumer mes règles');
    expect(asked.choices).toEqual(expect.arrayContaining(['Demain matin', 'Dans deux jours', 'Dans une semaine']));
    const said = await talk.click('Demain matin');
    expect(said.text).toMatch(/mardi 24 novembre à 9:00.*« stop »/);
    time = NINE_TOMORROW - 1000;
    await app.deliverDue();
    expect(heard).toEqual([]);
    time = NINE_TOMORROW;
    await app.deliverDue();
    time += 48 * HOUR;
    await app.deliverDue();
    expect(words(heard).match(/Vous m'aviez demandé de vous le rappeler/g)).toHaveLength(1);
    expect(buttons(heard)).toContain('Regarder maintenant');
  });

  it.each([
    ['en-GB', 'Remind me in 3 days to turn the triggers back on', 'Thursday, November 26 at 9:00 AM'],
    ['de-DE', 'Erinnern Sie mich am Mittwoch nach der Migration', 'Mittwoch, 25. November um 9:00'],
    ['es-ES', 'un recordatorio la semana que viene', 'lunes, 30 de noviembre, 9:00'],
  ])('may name its day at once (%s)', async (locale, typed, day) => {
    const { talk } = await webTalk(shared, locale);
    expect((await talk.say(typed)).text).toContain(day);
  });

  it('asks for the day in other words each time, then offers other ways (rules 6 and 7)', async () => {
    const { talk } = await webTalk(shared);
    const first = await talk.say('mettre un rappel');
    const second = await talk.say('blablabla');
    const third = await talk.say('blublublu');
    expect(new Set([first.text, second.text, third.text]).size).toBe(3);
    expect(third.choices).toEqual(expect.arrayContaining(['Parler à une personne']));
    expect((await talk.say('dans 3 jours')).text).toContain('jeudi 26 novembre');
  });

  it('is not promised for a day that is too far', async () => {
    const { talk } = await webTalk(shared);
    await talk.say('mettre un rappel');
    expect((await talk.say('dans 12 semaines')).text).toContain('quatre semaines au plus tard');
    expect((await talk.say('dans 2 semaines')).text).toContain('lundi 7 décembre');
  });

  it('takes the place of the one before', async () => {
    const app = shared;
    const { talk, heard } = await webTalk(app);
    await talk.say('rappel demain');
    expect((await talk.say('rappel dans 2 jours')).text).toContain('remplace');
    time = NINE_TOMORROW;
    await app.deliverDue();
    expect(heard).toEqual([]);
  });

  it('survives a restart', async () => {
    const dataFolder = newFolder();
    const first = await open({ dataFolder });
    await (await webTalk(first, 'fr-FR', 'kept')).talk.say('rappel demain');
    await first.close();
    apps.splice(apps.indexOf(first), 1);
    time = NINE_TOMORROW + HOUR;
    const second = await open({ dataFolder });
    const { heard } = await webTalk(second, 'fr-FR', 'kept');
    await second.deliverDue();
    expect(words(heard)).toContain("Vous m'aviez demandé de vous le rappeler");
  });

  it('leaves the question that is open as it is', async () => {
    const app = shared;
    const { talk, heard } = await webTalk(app);
    await talk.say('rappel demain');
    await talk.say('comment désactiver les déclencheurs ?');
    await talk.click('Étape par étape');
    time = NINE_TOMORROW;
    await app.deliverDue();
    expect(heard).toHaveLength(1);
    expect((await talk.say('suivant')).text).toContain('Étape 2 sur 7');
  });

  it.each([
    ['fr-FR', 'rappel demain', ['stop', 'arrêter', 'annuler'], 'plus aucun rappel'],
    ['en-GB', 'reminder tomorrow', ['stop', 'cancel', 'stop the reminders'], 'no more reminders'],
    ['de-DE', 'Erinnerung morgen', ['stopp', 'abbrechen', 'keine Erinnerungen mehr'], 'keine Erinnerungen mehr'],
    ['es-ES', 'recordatorio mañana', ['parar', 'cancelar', 'no más recordatorios'], 'no habrá más recordatorios'],
  ])('ends when it is told to, before and right after it came (%s)', async (locale, ask, stops, ended) => {
    const app = shared;
    const { talk, heard } = await webTalk(app, locale);
    for (const stop of stops) {
      heard.length = 0;
      time = MONDAY;
      await talk.say(ask);
      expect((await talk.say(stop)).text).toContain(ended);
      time = NINE_TOMORROW;
      await app.deliverDue();
      expect(heard).toEqual([]);

      time = MONDAY;
      await talk.say(ask);
      time = NINE_TOMORROW;
      await app.deliverDue();
      expect(heard).toHaveLength(1);
      expect((await talk.say(stop)).text).toContain(ended);
    }
  });

  it('stays when "stop" was about something else, which is said', async () => {
    const { talk } = await webTalk(shared);
    await talk.say('rappel demain');
    await talk.say('comment désactiver les déclencheurs ?');
    await talk.click('Étape par étape');
    const stopped = await talk.say('stop');
    expect(stopped.text).toContain("on s'arrête à l'étape 1");
    expect(stopped.text).toContain('mardi 24 novembre');
  });

  it('is offered after a look that saw something switched off, and looks again when the key is still lent', async () => {
    const door = await openSideDoor();
    try {
      const app = await open({ publicUrl: door.url, keyMinutes: 10_000 });
      door.lead(app);
      const { talk, heard } = await webTalk(app);
      await talk.say('mes déclencheurs sont-ils tous éteints ? vérifiez svp');
      await talk.say('oui');
      const value = {
        passerelle: { kind: 'sign-in', check: 'triggers' },
        site: 'practice',
        key: practiceKey('not-ready'),
      };
      const first = await talk.post({ type: 'message', value });
      expect(first.choices).not.toContain('Me le rappeler après la migration');
      const press = { do: 'trigger', id: '8801', state: 'inactive' };
      await fetch(`${door.url}/practice/accounts/not-ready?lng=fr`, {
        method: 'POST',
        body: new URLSearchParams(press),
        redirect: 'manual',
      });
      const second = await talk.say('vérifie encore mes déclencheurs');
      expect(second.choices).toContain('Me le rappeler après la migration');
      await talk.click('Me le rappeler après la migration');
      await talk.click('Demain matin');
      time = NINE_TOMORROW;
      await app.deliverDue();
      expect(words(heard)).toMatch(/1 .*sur \d+ .*pas encore/);
      expect(JSON.stringify(heard)).not.toContain(practiceKey('not-ready'));

      // Without the key nothing is claimed: what was seen, and when.
      await talk.say('oubliez ma clé');
      await talk.say('rappel demain');
      time += 24 * HOUR;
      await app.deliverDue();
      expect(words(heard.slice(-1))).toMatch(
        /Le 23 novembre 2026, j'avais noté \d+ réglages actifs.*Je n'ai plus regardé depuis/,
      );
    } finally {
      await door.close();
    }
  });

  it('is set in private only', async () => {
    const group = startTalk(shared, { channelId: 'msteams', scope: 'group' });
    expect((await group.say('rappel demain')).text).toContain('conversation privée');
  });
});

describe('the answer of the team', () => {
  const handOver = async (talk: Talk) => {
    await talk.say('Parler à une personne');
    await talk.say('Ana Diaz');
    await talk.say('ana@acme.fr');
    return /P-\w{4}-\w{4}/.exec((await talk.click('Envoyer')).text)?.[0] ?? '';
  };

  it('reaches the chat on the website; what the customer was asked stays asked', async () => {
    const dataFolder = newFolder();
    const app = await open({ dataFolder });
    const { talk, heard } = await webTalk(app);
    const reference = await handOver(talk);
    await talk.say('comment désactiver les déclencheurs ?');
    await talk.click('Étape par étape');
    // As `passerelle answer` does it, in a process of its own.
    const db = await openDatabase(dataFolder);
    await answerCase(db, now, reference, 'Votre boîte est prête.');
    await app.deliverDue();
    expect(words(heard)).toBe(`**Réponse de l'équipe à ${reference} :**\n\nVotre boîte est prête.`);
    expect(await undelivered(db)).toEqual(new Map());
    await db.destroy();
    expect((await talk.say('suivant')).text).toContain('Étape 2 sur 7');
    expect((await app.cases())[0]?.answers).toEqual([{ at: now().toISOString(), text: 'Votre boîte est prête.' }]);
  });

  it('reaches the chat in Teams, also when Teams was away for a while', async () => {
    const dataFolder = newFolder();
    const app = await openTestApp({ dataFolder }, { now });
    const teams = await openTeamsConnector(app);
    for (const text of ['Talk to a person', 'ada@acme.fr', 'Send']) await teams.post({ text });
    const reference = /P-\w{4}-\w{4}/.exec(words(teams.said))?.[0] ?? '';
    const db = await openDatabase(dataFolder);
    expect(await answerCase(db, now, reference, 'All done.')).toMatchObject({ kind: 'queued' });
    const before = teams.said.length;
    teams.answerWith(403);
    await app.deliverDue();
    expect(await undelivered(db)).toEqual(new Map([[reference, 'waiting']]));
    teams.answerWith(200);
    time += 5 * 60_000;
    await app.deliverDue();
    await app.deliverDue();
    const said = teams.said.slice(before).filter(({ type }) => type === 'message');
    expect(words(said)).toBe(`**The team's answer to ${reference}:**\n\nAll done.`);
    expect(await undelivered(db)).toEqual(new Map());
    await db.destroy();
    await teams.close();
  });

  it('a reminder in Teams comes at nine in the zone that Teams names', async () => {
    const app = await openTestApp({}, { now });
    const teams = await openTeamsConnector(app);
    await teams.post({ text: 'reminder tomorrow' });
    // New York is five hours behind UTC.
    expect(words(teams.said)).toContain('Tuesday, November 24 at 9:00 AM');
    const before = teams.said.length;
    time = Date.parse('2026-11-24T13:59:00Z');
    await app.deliverDue();
    expect(teams.said).toHaveLength(before);
    time = Date.parse('2026-11-24T14:00:00Z');
    await app.deliverDue();
    expect(words(teams.said.slice(before))).toContain('You asked me to remind you');
    await teams.close();
  });
});
