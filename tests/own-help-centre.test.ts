import type { App } from '../src/bot/compose';
import { createServer, type PasserelleServer } from '../src/bot/server';
import { startLines } from '../src/commands/start-lines';
import { openTestApp, startTalk, type Talk } from './converse';
import { articleFile, writeKnowledge } from './knowledge/articles/write-knowledge';

/** Everything that the shipped deployment brings along: none of it is anything to the customers of a bicycle shop. */
const OF_ANOTHER_TRADE =
  /\bdesk\b|teamwork|\bapi\b|migrat|trigger|déclencheur|auslöser|disparador|practice|entra[iî]nement|masqué|masked|forget my key|oublier ma clé|your key|votre clé|your account|votre compte|réactiver|switch(?:ed)? back/i;

const PLAIN = 'Prenez la roue.\n\n1. Ouvrez la boîte.\n2. Fermez la boîte.';
const files = {
  'fr/articles/pneu.md': articleFile('Changer un pneu', PLAIN),
  'fr/articles/frein.md': articleFile('Régler un frein', PLAIN),
  'en/articles/pneu.md': articleFile('Change a tyre', 'Take the wheel.\n\n1. Open the box.\n2. Close the box.'),
  'en/articles/frein.md': articleFile('Adjust a brake', 'Take the wheel.\n\n1. Open the box.\n2. Close the box.'),
  'en/deployment.json': '{ "welcome": { "fresh": "Back in the saddle: what is your question?" } }',
};

let app: App;
let server: PasserelleServer;
let base: string;
let remove: () => void;
beforeAll(async () => {
  const knowledge = writeKnowledge(files);
  remove = knowledge.remove;
  app = await openTestApp({ knowledgeFolder: knowledge.folder, credentials: { MicrosoftAppId: 'app' } });
  server = createServer(app);
  base = `http://127.0.0.1:${await server.listen(0)}`;
}, 60_000);
afterAll(async () => {
  await server.stop();
  remove();
});

/** Says these one after the other; all that is heard and offered. */
async function heardIn(talk: Talk, lines: readonly string[]): Promise<string> {
  const heard = [await talk.join()];
  for (const line of lines) heard.push(await talk.say(line));
  return heard.flatMap(({ text, choices }) => [text, ...choices]).join('\n');
}

const LINES = {
  fr: [
    'bonjour',
    'que faites-vous de mes données ?',
    'aide',
    'comment changer un pneu ?',
    'étape par étape',
    'ça ne marche pas',
    'vérifier mon compte',
    'oubliez ma clé API',
    'que reste-t-il à réactiver ?',
    'rappelle-moi demain matin',
    'continuer dans Teams',
    'ma clé est tkn.v1_QmF6aW5nYUJhemluZ2FCYXppbmdhQmF6aW5nYQ==',
    'parlez-vous italien ?',
    'parler à un conseiller',
    'Luc Moreau',
    'luc@exemple.fr',
    'oui',
    'au revoir',
  ],
  en: [
    'hello',
    'what do you do with my data?',
    'help',
    'how do I change a tyre?',
    'step by step',
    "it doesn't work",
    'check my account',
    'forget my API key',
    'what is not switched back on?',
    'remind me tomorrow',
    'continue in Teams',
    'my key is tkn.v1_QmF6aW5nYUJhemluZ2FCYXppbmdhQmF6aW5nYQ==',
    'do you speak Italian?',
    'talk to a person',
    'Luc Moreau',
    'luc@example.com',
    'yes',
    'goodbye',
  ],
} as const;

describe.each(['fr', 'en'] as const)('a bicycle shop speaks of bicycles (%s)', (language) => {
  it.each(['emulator', 'msteams', 'webchat'])('in a whole conversation (%s)', async (channelId) => {
    const heard = await heardIn(startTalk(app, { channelId, locale: language }), LINES[language]);
    expect(heard).toContain(language === 'fr' ? 'Changer un pneu' : 'Change a tyre');
    expect(heard).toMatch(/\*\*P-[\w-]+\*\*/);
    expect(heard.match(OF_ANOTHER_TRADE)).toBeNull();
  });

  it('in a group', async () => {
    const talk = startTalk(app, { channelId: 'msteams', locale: language, scope: 'group' });
    const heard = await heardIn(talk, LINES[language].slice(0, 8));
    expect(heard.match(OF_ANOTHER_TRADE)).toBeNull();
  });

  it('to whoever comes with a button of another deployment: it leads to what there is', async () => {
    for (const action of [
      { kind: 'check', check: 'triggers' },
      { kind: 'check', check: 'all' },
      { kind: 'put-back' },
      { kind: 'remind' },
      { kind: 'forget-key' },
      { kind: 'practice' },
      { kind: 'expect', check: 'agents' },
      { kind: 'email-off', confirmed: true },
      { kind: 'sign-in', check: 'api-key' },
    ]) {
      const talk = startTalk(app, { locale: language });
      const { text, choices } = await talk.post({ type: 'message', value: { passerelle: action } });
      expect(choices.join()).toContain(language === 'fr' ? 'Changer un pneu' : 'Change a tyre');
      expect([text, ...choices].join('\n').match(OF_ANOTHER_TRADE)).toBeNull();
    }
  });

  it.each(['/', '/?q=pneu', '/articles/LNG/pneu', '/nowhere', '/widget/config?', '/widget/chat?', '/widget/test?'])(
    'on its pages: %s',
    async (path) => {
      const [address = '', query = ''] = path.replace('LNG', language).split('?');
      const response = await fetch(`${base}${address}?${query}&lng=${language}`);
      expect((await response.text()).match(OF_ANOTHER_TRADE)).toBeNull();
    },
  );
});

it('has neither a practice account nor reports of one', async () => {
  for (const path of ['/practice', '/practice/', '/practice/desk/api/v2/me.json', '/reports/abcdef'])
    expect([path, (await fetch(`${base}${path}`)).status]).toEqual([path, 404]);
});

it('names the languages that it speaks, and no other', async () => {
  const { text } = await startTalk(app, { locale: 'en' }).say('help');
  expect(text).toContain('in English or French');
});

it('says in its own words what it gives words for, and the rest in the product’s', async () => {
  const talk = startTalk(app, { locale: 'en' });
  await talk.say('hello');
  expect((await talk.say('start over')).text).toContain('Back in the saddle');
  const french = startTalk(app, { locale: 'fr' });
  await french.say('bonjour');
  expect((await french.say('recommencer')).text).toContain('On repart de zéro');
});

it('shows its operator no practice account at the start, and nothing to mend', () => {
  expect(app.problems).toEqual([]);
  expect(startLines(app.config, app, 3978).join('\n')).not.toMatch(/practice|desk/i);
});
