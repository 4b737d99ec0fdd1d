import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { House } from '../../src/bot/compose';
import { createServer, type PasserelleServer } from '../../src/bot/server';
import { freePort } from '../../src/commands/free-port';
import { openTestHouse } from '../converse';
import { openBrowser } from './browser';
import { type ChatFrame, openChat } from './chat-frame';

/** Pictures of every run, to look at: not kept in the repository. */
const PICTURES = join(__dirname, '..', '..', 'coverage', 'pictures');

let house: House;
let server: PasserelleServer;
let base: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  const port = await freePort();
  base = `http://localhost:${port}`;
  house = await openTestHouse({ publicUrl: base });
  server = createServer(house);
  await server.listen(port);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
afterEach(() => context?.close());

async function come(options: BrowserContextOptions = {}, path = '/widget/test?lng=fr'): Promise<ChatFrame> {
  context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1100, height: 800 }, ...options });
  context.setDefaultTimeout(8_000);
  page = await context.newPage();
  const chat = await openChat(page, `${base}${path}`);
  await chat.frame.locator('.choices button').first().waitFor();
  return chat;
}
const picture = (name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) });

it('answers a question with the article, its source and its date, and takes the customer through the steps', async () => {
  const chat = await come();
  await chat.frame.getByText('Vous écrivez à un assistant automatique.').waitFor();
  await picture('welcome');
  await chat.say('comment désactiver les déclencheurs ?');
  await chat.hear('Mis à jour le');
  await picture('answer');
  await chat.click('Étape par étape');
  await chat.hear(/^Étape 1 sur/);
  await picture('step');
  await chat.click('Suivant');
  await chat.hear(/^Étape 2 sur/);
  await chat.click('Précédent');
  await expect(chat.log.getByText(/^Étape 1 sur/).count()).resolves.toBe(2);
  await picture('steps');
});

it('goes on after a reload in the middle of the steps, and on another page', async () => {
  const chat = await come();
  await chat.say('comment désactiver les déclencheurs ?');
  await chat.click('Étape par étape');
  await chat.hear(/^Étape 1 sur/);
  await page.reload();
  await chat.hear(/^Étape 1 sur/);
  expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY');
  await chat.click('Suivant');
  await chat.hear(/^Étape 2 sur/);
  await page.goto(`${base}/widget/test?lng=fr&accent=%23a3e635`);
  await chat.hear(/^Étape 2 sur/);
  expect(await chat.log.getByText('comment désactiver les déclencheurs ?', { exact: true }).count()).toBe(1);
});

it('shows the same conversation in two tabs', async () => {
  const chat = await come();
  const other = await context.newPage();
  const second = await openChat(other, `${base}/widget/test?lng=fr`);
  await second.hear('Bonjour');
  await chat.say('où trouver ma clé api ?');
  await second.hear('Mis à jour le');
  expect(await second.log.getByText('où trouver ma clé api ?', { exact: true }).count()).toBe(1);
});

it('says that it is offline, and sends when it is back', async () => {
  const chat = await come();
  await context.setOffline(true);
  await chat.say('où trouver ma clé api ?');
  await chat.frame.getByText('Connexion perdue').waitFor();
  await context.setOffline(false);
  await chat.hear('Mis à jour le');
  expect(await chat.log.getByText('Mis à jour le').count()).toBe(1);
});

it('hands over to a person', async () => {
  const chat = await come();
  await chat.say('je veux parler à un conseiller');
  await chat.say('Ana <b>Ruiz</b>');
  await chat.say('ana@example.org');
  await chat.click('Envoyer');
  await picture('handoff');
  await chat.hear(/P-\w{4}-\w{4}/);
  await picture('handoff-sent');
});

it('checks the practice account and shows the report', async () => {
  const chat = await come();
  await chat.say('suis-je prêt pour la migration ?');
  await chat.click(/Oui/);
  await chat.frame.locator('input[type=password]').waitFor();
  await picture('sign-in');
  await chat.click(/compte d'entraînement/);
  await chat.frame.locator('.report').waitFor();
  await picture('report');
});

it('suggests questions while the customer types, by keyboard', async () => {
  const chat = await come();
  await chat.input.pressSequentially('déclench');
  await chat.frame.getByRole('option').first().waitFor();
  await picture('suggestions');
  await chat.input.press('ArrowDown');
  expect(await chat.input.getAttribute('aria-activedescendant')).toBe('suggestion-0');
  await chat.input.press('Escape');
  expect(await chat.frame.getByRole('option').count()).toBe(0);
  await chat.input.pressSequentially('eurs');
  await chat.frame.getByRole('option').first().waitFor();
  await chat.input.press('ArrowDown');
  await chat.input.press('Enter');
  await chat.hear('Mis à jour le');
});
