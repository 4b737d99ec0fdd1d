import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { giveTour } from '../../src/commands/demo';
import { openTourTalk } from '../../src/commands/open-tour-talk';

/** The tour as one reads it: the opening, then each scene with its caption first. */
async function scenesOf(language: string): Promise<{ readonly scenes: readonly string[]; readonly pauses: number }> {
  const written: string[] = [];
  let pauses = 0;
  await giveTour(language, {
    write: (text) => void written.push(text),
    pause: async () => void pauses++,
    colours: false,
  });
  const plain = written.join('').replace(/\p{Zs}/gu, ' ');
  return { scenes: plain.split('\n── '), pauses };
}

test('the tour goes from a question to a check that fails, the fix, and a check that passes', async () => {
  const { scenes, pauses } = await scenesOf('fr_FR.UTF-8');
  const [opening, typo, german, weather, check, fix, again, end] = scenes;
  expect(scenes).toHaveLength(8);
  expect(pauses).toBe(6);
  expect(opening).toMatch(/rien n’est réel ici[\s\S]*http:\/\/localhost:\d+\/practice\/accounts\/not-ready\?lng=fr\n$/);
  expect(typo).toContain('Désactiver les déclencheurs dans Teamwork Desk');
  expect(german).toContain('API-Schlüssel');
  expect(weather).not.toContain('Teamwork Desk\n');
  expect(check).toContain('À corriger : 2 déclencheurs automatiques sont allumés.');
  expect(fix).toContain('Auto-assign VIP → désactivé\n   Close after 72h → désactivé\n');
  expect(again).toContain("OK : aucun de vos déclencheurs automatiques n'est allumé.");
  expect(end).toContain('npm run talk -- --language fr');
});

test('in English outside of France', async () => {
  const { scenes } = await scenesOf('C');
  expect(scenes.at(1)).toContain('Turn off triggers in Teamwork Desk');
  expect(scenes.at(4)).toContain('Auto-assign VIP');
  expect(scenes.at(6)).toContain('OK: ');
});

test.each([
  ['de', 'Trigger in Teamwork Desk ausschalten', 'Auto-assign VIP → ausgeschaltet'],
  ['es', 'Desactivar los disparadores', 'Auto-assign VIP → desactivado'],
])('in the language of a terminal in %s', async (language, title, off) => {
  const { scenes } = await scenesOf(language);
  expect(scenes.at(1)).toContain(title);
  expect(scenes.at(2)).toContain('API key');
  expect(scenes.at(5)).toContain(off);
  expect(scenes.at(6)).toContain('OK: ');
  expect(scenes.at(7)).toContain(`--language ${language}`);
});

describe('a bot that does not offer what the tour goes on with', () => {
  let server: Server;
  let answer: object = {};
  let base = '';
  beforeAll(async () => {
    server = createServer((_request, response) => {
      if ('status' in answer) response.statusCode = Number(answer.status);
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const talk = () => openTourTalk(base, 'fr', { write: () => {}, colours: false });

  test('stops it with the button that is missing and those that are there', async () => {
    const button = { title: 'Plus tard', value: { passerelle: { kind: 'no' } } };
    answer = {
      activities: [{ type: 'message', text: 'Vraiment ?', suggestedActions: { actions: [button, { title: 'x' }] } }],
    };
    const opened = talk();
    await opened.say('bonjour');
    await expect(opened.click('yes')).rejects.toThrow(
      'The tour stops here: the bot offers no button of the kind “yes”. Offered: Plus tard | x.',
    );
    await opened.click('no');
  });

  test('or no answer at all', async () => {
    answer = { status: 503 };
    await expect(talk().say('bonjour')).rejects.toThrow('The bot did not answer “bonjour”: HTTP 503.');
  });

  test('finds the buttons of cards', async () => {
    const content = { actions: [{ title: 'Vérifier', data: { passerelle: { kind: 'check' } } }] };
    answer = { activities: [{ type: 'message', attachments: [{ content }] }] };
    const opened = talk();
    await opened.say('bonjour');
    await opened.click('check');
  });
});
