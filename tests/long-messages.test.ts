import type { App } from '../src/bot/compose';
import { openTestApp, startTalk } from './converse';

let app: App;

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app?.close());

const log = Array.from(
  { length: 180 },
  (_, i) => `2026-11-27T10:0${i % 10}:00.123Z WARN worker-${i} Response 503 from upstream mail queue retry=${i}`,
).join('\n');
const oneLine = 'x=1;'.repeat(3000);
const list = Array.from({ length: 150 }, (_, i) => `${i};INV-${1000 + i};2026-10-${10 + (i % 20)};open`).join('\n');

const QUESTIONS = [
  ['fr', 'comment désactiver les déclencheurs ?', 'Désactiver les déclencheurs dans Teamwork Desk'],
  ['en', 'how do I turn off the triggers?', 'Turn off triggers in Teamwork Desk'],
  ['de', 'Wie schalte ich die Trigger aus?', 'Trigger in Teamwork Desk ausschalten'],
  ['es', '¿cómo desactivo los disparadores?', 'Desactivar los disparadores en Teamwork Desk'],
] as const;
const PASTES = [
  ['a log of 15 kB', log],
  ['one line of 12 kB', oneLine],
  ['a list of 150 rows', list],
  ['350 kB', `${log}\n`.repeat(20)],
] as const;

describe.each(PASTES)('a question beside %s', (_, pasted) => {
  it.each(QUESTIONS)('is answered when it stands at the end (%s)', async (locale, question, title) => {
    const heard = await startTalk(app, { locale }).say(`${pasted}\n\n${question}`);
    expect(heard.text).toContain(title);
  });

  it.each(QUESTIONS)('is answered when it stands at the beginning (%s)', async (locale, question, title) => {
    const heard = await startTalk(app, { locale }).say(`${question}\n${pasted}`);
    expect(heard.text).toContain(title);
  });
});

it('says that the middle of a long message was not read', async () => {
  const heard = await startTalk(app, { locale: 'en' }).say(`${log}\n${QUESTIONS[1][1]}`);
  expect(heard.text).toContain("I've read its beginning and its end");
});

it('says nothing of the kind about a message that was read whole', async () => {
  const heard = await startTalk(app, { locale: 'en' }).say(`${list.slice(0, 900)}\n${QUESTIONS[1][1]}`);
  expect(heard.text).not.toContain('its beginning and its end');
});

it('keeps the language of the customer, whatever a pasted log is written in', async () => {
  const talk = startTalk(app, { locale: 'de' });
  await talk.say('Wo finde ich den API-Schlüssel?');
  const heard = await talk.say(log);
  expect(heard.text).toContain('Ihre Nachricht ist sehr lang');
});

it('takes no greeting around a log for all that was said', async () => {
  const heard = await startTalk(app, { locale: 'fr' }).say(
    `Bonjour,\nvoici ce que je vois\n${log}\ncomment créer une clé API ?\nmerci d'avance`,
  );
  expect(heard.text).toContain('clé API de Teamwork Desk');
});

it('still answers a long letter that tells its story in words', async () => {
  const letter =
    'we are moving to the new desk tomorrow and I have been going through the list with my colleagues for hours. '.repeat(
      12,
    );
  const heard = await startTalk(app, { locale: 'en' }).say(`${letter}\nhow do I turn off the triggers?`);
  expect(heard.text).toContain('Turn off triggers in Teamwork Desk');
});

it.each([
  ['fr', 'le bouton ne marche pas je veux un humain', 'Quel est votre nom'],
  ['fr', 'je veux parler à une personne rien ne marche ce soir', 'Quel est votre nom'],
  ['en', "the button doesn't work I want a human", "What's your name"],
  ['de', 'der Knopf geht nicht ich will einen Menschen sprechen', 'Wie ist Ihr Name'],
  ['es', 'el botón no funciona quiero hablar con una persona', 'Cómo se llama'],
])('hears the demand for a person behind a complaint (%s: %s)', async (locale, said, asked) => {
  const heard = await startTalk(app, { locale }).say(said);
  expect(heard.text).toContain(asked);
});

it.each([
  ['en', 'how do I pass a ticket on to a person who is on holiday'],
  ['fr', 'comment assigner un ticket à une personne en congé'],
  ['fr', 'Je voudrais renommer ma boîte de réception « SAV » en « Service client »'],
  ['es', 'quiero armar una regla nueva que mande a cobranza todo lo que diga factura'],
  ['fr', "c'est payant votre service ?"],
])('takes no question about people for that demand (%s: %s)', async (locale, said) => {
  const heard = await startTalk(app, { locale }).say(said);
  expect(heard.text).not.toMatch(/your name|votre nom|se llama/);
});
