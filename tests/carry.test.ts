import type { App } from '../src/bot/compose';
import { openSideDoor, type SideDoor } from '../src/commands/open-side-door';
import { practiceKey } from '../src/simulator/practice-keys';
import { type Heard, openTestApp, startTalk, type Talk } from './converse';

const APP = '11111111-2222-3333-4444-555555555555';
const credentials = { MicrosoftAppId: APP, MicrosoftAppPassword: 'not-a-secret', MicrosoftAppType: 'MultiTenant' };
const CODE = /[346789A-Z]{4}-[346789A-Z]{4}/;

let door: SideDoor;
let app: App;
let time = Date.parse('2026-11-23T18:30:00Z');
const pass = (minutes: number) => {
  time += minutes * 60_000;
};

beforeAll(async () => {
  door = await openSideDoor();
  app = await openTestApp({ credentials, publicUrl: door.url }, { now: () => new Date(time) });
  door.lead(app);
});
afterAll(async () => {
  await door.close();
  await app.close();
});

const codeIn = ({ text }: Heard) => CODE.exec(text)?.[0] ?? 'no code';
const web = () => startTalk(app, { channelId: 'directline' });
const teams = (locale = 'de-DE') => startTalk(app, { channelId: 'msteams', locale });
const linksOf = ({ activities }: Heard): readonly { title: string; url: string }[] =>
  activities
    .flatMap(({ attachments = [] }) => attachments.flatMap(({ content }) => content.actions ?? []))
    .filter(({ type }) => type === 'Action.OpenUrl');

async function amidSteps(): Promise<{ talk: Talk; code: string }> {
  const talk = web();
  await talk.say('comment désactiver les déclencheurs ?');
  await talk.click('Étape par étape');
  await talk.say('suivant');
  return { talk, code: codeIn(await talk.say('Je voudrais continuer dans Teams')) };
}

it('brings the question along also when only the nearest guide could be named', async () => {
  const talk = web();
  const asked = 'comment supprimer une boîte de réception';
  expect((await talk.say(asked)).text).toContain('Le guide le plus proche');
  const code = codeIn(await talk.say('Je voudrais continuer dans Teams'));
  expect((await teams().say(code)).text).toContain(asked);
});

it('goes on in Teams where the customer was on the website: language, question, step', async () => {
  const { code } = await amidSteps();
  const arrived = await teams().say(code);
  expect(arrived.text).toContain("J'ai emporté");
  expect(arrived.text).toContain('« comment désactiver les déclencheurs ? »');
  expect(arrived.text).toContain('étape 2 sur 7');
  expect(arrived.text).toContain('Étape 2 sur 7');
});

it('opens Teams with the code typed already, and the site from Teams', async () => {
  const talk = web();
  const heard = await talk.say('on peut continuer sur teams ?');
  const code = codeIn(heard);
  const [reply] = heard.activities.flatMap(({ channelData }) => channelData?.passerelle ?? []);
  expect(reply.links).toEqual([
    {
      label: 'Ouvrir Teams avec ce code',
      url: `https://teams.microsoft.com/l/chat/0/0?users=28:${APP}&message=${code}`,
    },
  ]);
  const back = await teams('fr-FR').say('continuer sur le site');
  expect(linksOf(back)).toMatchObject([{ title: 'Ouvrir le site', url: door.url }]);
});

it('and back: from Teams to the website', async () => {
  const there = teams('fr-FR');
  await there.say('Où trouver ma clé API ?');
  const code = codeIn(await there.say('continuer sur le site'));
  const here = await web().say(code);
  expect(here.text).toContain('Trouver ou créer la clé API');
});

it.each(['lower case', 'spaces', 'no hyphen', 'words around'])('reads the code in %s', async (how) => {
  const { code } = await amidSteps();
  const typed = {
    'lower case': code.toLowerCase(),
    spaces: ` ${code.split('').join(' ')} `,
    'no hyphen': code.replace('-', ''),
    'words around': `voici mon code : ${code}`,
  }[how];
  expect((await teams().say(typed ?? '')).text).toContain("J'ai emporté");
});

it('works once, within ten minutes, and says so otherwise', async () => {
  const { code } = await amidSteps();
  await teams().say(code);
  expect((await teams('fr-FR').say(code)).text).toContain('déjà utilisé');
  const late = await amidSteps();
  pass(10);
  expect((await teams('fr-FR').say(late.code)).text).toContain('expiré');
  expect((await teams('en-GB').say('7F3K-9QMA')).text).toContain("I don't know this code");
});

it.each([
  ['starts over', ['recommencer']],
  ['has everything deleted', ['supprime mes données', 'oui']],
])('takes at most five wrong codes in ten minutes, even from whoever %s', async (_, evasion) => {
  const { code } = await amidSteps();
  const talk = teams('fr-FR');
  for (const wrong of ['A3A3-A3A3', 'A4A4-A4A4', 'A6A6-A6A6', 'A7A7-A7A7', 'A8A8-A8A8']) {
    expect((await talk.say(wrong)).text).toContain('Je ne connais pas ce code');
  }
  for (const words of evasion) await talk.say(words);
  expect((await talk.say(code)).text).toContain('trop de codes');
  expect((await teams().say(code)).text).toContain("J'ai emporté");
  pass(10);
  const { code: next } = await amidSteps();
  expect((await talk.say(next)).text).toContain("J'ai emporté");
});

it('counts wrong codes on when a right one is typed between them', async () => {
  const [{ code: own }, { code }] = [await amidSteps(), await amidSteps()];
  const talk = teams('fr-FR');
  for (const wrong of ['A3A3-A3A3', 'A4A4-A4A4', 'A6A6-A6A6', 'A7A7-A7A7']) await talk.say(wrong);
  expect((await talk.say(own)).text).toContain("J'ai emporté");
  await talk.say('A8A8-A8A8');
  expect((await talk.say(code)).text).toContain('trop de codes');
});

it('brings along what was found and what was on, never the key nor the consent to use one', async () => {
  const talk = web();
  await talk.say('mes déclencheurs sont-ils tous éteints ? vérifiez svp');
  await talk.say('oui');
  const key = practiceKey('not-ready');
  await talk.post({
    type: 'message',
    value: { passerelle: { kind: 'sign-in', check: 'triggers' }, site: 'practice', key },
  });
  const code = codeIn(await talk.say('continuer dans Teams'));
  const there = teams();
  const arrived = await there.say(code);
  expect(arrived.text).toMatch(/ce que j'ai trouvé sur .* \(1 point vérifié\)/);
  expect(arrived.text).toMatch(/ce qui était actif avant la migration \(\d+ réglages\)/);
  expect(JSON.stringify(arrived.activities)).not.toContain(key);
  const asked = await there.say('mes déclencheurs sont-ils tous éteints ? vérifiez svp');
  expect(asked.text).toContain("Êtes-vous d'accord");
});

it('is refused in a group: everyone would read it', async () => {
  const { code } = await amidSteps();
  const group = startTalk(app, { channelId: 'msteams', scope: 'group' });
  expect((await group.say(code)).text).toContain('en privé');
  expect((await group.say('continuer sur le site')).text).not.toMatch(CODE);
  expect((await teams().say(code)).text).toContain("J'ai emporté");
});

it('without an identity in Teams says honestly that there is only the website', async () => {
  const alone = await openTestApp();
  const heard = await startTalk(alone, { channelId: 'directline', locale: 'en-GB' }).say('Continue in Teams');
  expect(heard.text).toContain("I'm not in Teams");
  expect(heard.text).not.toMatch(CODE);
  await alone.close();
});

describe('in a group', () => {
  const group = () => startTalk(app, { channelId: 'msteams', scope: 'group' });

  it('a look at the account is offered in private, the question typed already', async () => {
    const question = 'mes déclencheurs sont-ils tous éteints ? vérifiez svp';
    const [link] = linksOf(await group().say(question));
    expect(link?.title).toBe('Continuer en privé');
    expect(new URL(link?.url ?? '').searchParams.get('message')).toBe(question);
  });

  it('a key beside the question does not travel with it', async () => {
    const key = `tkn.v1_${'Qa7'.repeat(26)}`;
    const heard = await group().say(`mes déclencheurs sont-ils tous éteints ? vérifiez svp ${key}`);
    expect(JSON.stringify(heard.activities)).not.toContain('Qa7Qa7');
    expect(heard.text).toContain('supprimez aussi votre message');
    expect(heard.choices).not.toContain('Entrer la clé dans le champ masqué');
  });

  it('a hand-off asks for no name and no address: it is offered in private', async () => {
    const talk = group();
    const heard = await talk.say('Parler à une personne');
    expect(heard.text).toContain('tout le monde les lirait');
    const [link] = linksOf(heard);
    expect(new URL(link?.url ?? '').searchParams.get('message')).toBe('Parler à une personne');
    // Nothing was asked: what is typed next is no name.
    expect((await talk.say('Ana Diaz')).text).not.toContain('adresse e-mail');
  });
});
