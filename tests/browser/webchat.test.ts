import type { Browser, Page } from 'playwright-core';
import { openSite, type Site } from '../channels/web/open-site';
import { openBrowser } from './browser';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await openSite();
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
  await page.goto(`${site.base}/widget/webchat?lng=fr`);
  await page.getByText('Je suis l').first().waitFor();
  await say(page, 'comment désactiver les déclencheurs ?');
  await page.getByText('Désactiver les déclencheurs dans Teamwork Desk').first().waitFor();
  await page.getByRole('button', { name: 'Étape par étape' }).last().click();
  await page.getByText('Étape 1 sur').first().waitFor();

  await page.reload();
  await page.getByText('Étape 1 sur').first().waitFor();
  expect(await page.getByText('comment désactiver les déclencheurs ?').count()).toBeGreaterThan(0);
  expect({ outside, refused }).toEqual({ outside: [], refused: [] });
});
