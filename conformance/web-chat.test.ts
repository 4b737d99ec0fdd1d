import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../tests/browser/browser';
import { PICTURES } from '../tests/browser/open-visits';
import { openSite, type Site } from '../tests/channels/web/open-site';

const WEBCHAT = join(__dirname, 'node_modules', 'botframework-webchat', 'dist', 'webchat.js');

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await openSite({ webChatFile: WEBCHAT, webOrigins: ['https://shop.example'] });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.server.stop();
});

const say = async (page: Page, text: string) => {
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
};

it('Microsoft’s Web Chat, unmodified, holds a conversation and finds it again after a reload', async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  const [outside, refused]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(site.base)) outside.push(request.url());
  });
  page.on('console', (message) => {
    if (message.text().includes('script-src') || message.text().includes('connect-src')) refused.push(message.text());
  });
  const answered = await page.goto(`${site.base}/widget/webchat?lng=fr`);
  const policy = answered?.headers()['content-security-policy'];
  expect(policy).toContain("img-src data: blob: 'self' https://shop.example;");
  expect(policy).toContain("frame-ancestors 'self' https://shop.example");
  await page.getByText('Je suis l').first().waitFor();
  await say(page, 'comment désactiver les déclencheurs ?');
  await page.getByText('Désactiver les déclencheurs dans Teamwork Desk').first().waitFor();
  await page.getByRole('button', { name: 'Étape par étape' }).last().click();
  await page.getByText('Étape 1 sur').first().waitFor();

  await page.reload();
  await page.getByText('Étape 1 sur').first().waitFor();
  await page.getByText('comment désactiver les déclencheurs ?').first().waitFor();
  expect({ outside, refused }).toEqual({ outside: [], refused: [] });
});

it('Web Chat draws the form for name and address once, and what is typed into it reaches the hand-off', async () => {
  const page = await browser.newPage({ viewport: { width: 520, height: 900 } });
  page.setDefaultTimeout(15_000);
  await page.goto(`${site.base}/widget/webchat?lng=fr`);
  await page.getByText('Je suis l').first().waitFor();
  await say(page, 'je veux parler à un conseiller');
  const field = (name: string) => page.getByRole('textbox', { name }).last();
  const next = page.locator('.ac-pushButton[title="Continuer"]').last();
  await field('Votre nom').fill('Ana Ruiz');
  await field('Votre adresse e-mail').fill('ana@exemple');
  await page.screenshot({ path: join(PICTURES, 'webchat-form.png') });
  // Said by the message; the card has the fields alone.
  expect(await page.locator('.ac-adaptiveCard').getByText('Quel est votre nom').count()).toBe(0);
  await next.click();
  await page.getByText('Je ne reconnais pas').first().waitFor();
  expect(await field('Votre nom').inputValue()).toBe('Ana Ruiz');
  expect(await field('Votre adresse e-mail').inputValue()).toBe('ana@exemple');
  await field('Votre adresse e-mail').fill('ana@exemple.fr');
  await next.click();
  await page.getByText('Voici ce que je vais envoyer').first().waitFor();
  await page.screenshot({ path: join(PICTURES, 'webchat-sent.png') });
});
