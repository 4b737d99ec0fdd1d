import type { Outcome } from '../../src/insights/logbook';
import { startTalk } from '../converse';
import { openTestOffice, type TestOffice } from './open-office';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const ALL = { from: '2026-11-23T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' };
/** Questions since the last call, by what came of them. */
let before: Partial<Record<Outcome, number>> = {};
async function outcomes(): Promise<Partial<Record<Outcome, number>>> {
  const { counts } = await office.app.office.insights.days(ALL);
  const now: Partial<Record<Outcome, number>> = {};
  for (const { outcome, isQuestion, turns } of counts) if (isQuestion) now[outcome] = (now[outcome] ?? 0) + turns;
  const changed = Object.entries(now).map(([key, count]) => [key, count - (before[key as Outcome] ?? 0)] as const);
  before = now;
  return Object.fromEntries(changed.filter(([, count]) => count !== 0));
}
const talk = () => startTalk(office.app);

test('an answer of which nothing more is said is silent', async () => {
  const customer = talk();
  await customer.say('comment désactiver les déclencheurs ?');
  await customer.click('Étape par étape');
  await customer.say('suivant');
  expect(await outcomes()).toEqual({ silent: 1 });
});

test('one that the customer says helped is confirmed, one that did not has failed', async () => {
  const [glad, sad] = [talk(), talk()];
  for (const customer of [glad, sad]) {
    await customer.say('comment désactiver les déclencheurs ?');
    await customer.click('Toutes les étapes');
  }
  await glad.click('Oui');
  await sad.click('Non');
  expect(await outcomes()).toEqual({ confirmed: 1, failed: 1 });
});

test('what nobody understood has failed, and is unanswered with its reason', async () => {
  await talk().say('quel temps fera-t-il demain à Lyon ?');
  expect(await outcomes()).toEqual({ failed: 1 });
  const questions = await office.app.office.insights.unanswered(0, 10);
  expect(
    questions.map(({ text, language, channel, refusal }) => [text, language, channel, refusal !== undefined]),
  ).toContainEqual([...['quel temps fera-t-il demain à Lyon ?', 'fr', 'web', true]]);
});

test('a key in a question is in the logbook of nobody', async () => {
  const customer = talk();
  await customer.say('pourquoi tkn.v1_ZXhhbXBsZS1rZXktZm9yLXRlc3Rz ne marche pas avec le fax de ma tante ?');
  const questions = await office.app.office.insights.unanswered(0, 100);
  expect(JSON.stringify(questions)).not.toContain('ZXhhbXBsZS1rZXk');
  await outcomes();
});

test('a question for which a person was asked is handed off', async () => {
  const customer = talk();
  await customer.say('comment désactiver les déclencheurs ?');
  await customer.say('je veux parler à un conseiller');
  await customer.say('Ana Ruiz');
  await customer.say('ana@exemple.fr');
  await customer.say('envoyer');
  expect(await outcomes()).toEqual({ 'handed-off': 1 });
});

test('one whose problem a new look finds mended is verified; the look itself says nothing of the account', async () => {
  const { practice } = office.app;
  practice?.reset();
  const customer = talk();
  await customer.say('mes déclencheurs sont-ils désactivés ?');
  await customer.click('Oui, regardez');
  await customer.click("Essayer avec le compte d'entraînement");
  expect(await outcomes()).toEqual({ silent: 1 });
  for (const { id } of practice?.account('not-ready')?.lists.triggers ?? [])
    await fetch(`${office.base}/practice/accounts/not-ready`, {
      method: 'POST',
      body: new URLSearchParams({ do: 'trigger', id: String(id), state: 'inactive' }),
      redirect: 'manual',
    });
  await customer.say('vérifie encore mes déclencheurs');
  expect(await outcomes()).toMatchObject({ verified: 2, silent: -1 });
  expect(await office.app.office.insights.findings(ALL)).toEqual([
    { check: 'triggers', kind: 'ok', looks: 1 },
    { check: 'triggers', kind: 'problem', looks: 1 },
  ]);
});
