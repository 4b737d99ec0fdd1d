import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startTalk } from '../converse';
import { openTestOffice, type TestOffice, TOKEN } from '../operate/open-office';
import { openBrowser } from './browser';
import { PICTURES } from './open-visits';

let office: TestOffice;
let browser: Browser;
let reference = '';
const VIEWS = ['today', 'unanswered', 'teach', 'cases', 'unhelpful', 'articles', 'checks', 'health', 'audit'];

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  office = await openTestOffice({ team: { name: 'Acme' } });
  const customer = (locale = 'en-US') => startTalk(office.app, { locale });
  for (const text of ['can you fax my aunt?', 'fax my aunt', 'please fax our aunt', 'what is the weather in Lyon'])
    await customer().say(text);
  for (const text of ['how do I turn off triggers?', 'where is my api key?', 'add an agent'])
    await customer().say(text);
  const asking = customer();
  for (const text of [
    'how do I turn off triggers?',
    'I want to talk to a person',
    'Ana Ruiz',
    'ana@example.org',
    'send it',
  ])
    await asking.say(text);
  reference = (await office.app.cases())[0]?.reference ?? '';
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function signedIn(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1100, height: 850 }, ...options });
  const page = await context.newPage();
  await page.goto(`${office.base}/operate`);
  await page.getByLabel('Access token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Questions and outcomes' }).waitFor();
  return page;
}

const violations = async (page: Page) => {
  await page.evaluate(axe.source);
  const found: { id: string; nodes: { html: string }[] }[] = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

describe.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['on a phone', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }],
] as const)('the page, %s', (name, options) => {
  let page: Page;
  beforeAll(async () => {
    page = await signedIn(options);
  });
  afterAll(() => page.context().close());

  test('has nothing that axe finds fault with, and is as wide as the screen', async () => {
    const found: string[] = [];
    for (const path of [...VIEWS, `cases/${reference}`, 'edit?language=en&intent=triggers']) {
      await page.goto(`${office.base}/operate/${path}`);
      found.push(...(await violations(page)).map((fault) => `${path}: ${fault}`));
      const overhang: number = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if (overhang > 0) found.push(`${path}: ${overhang} pixels too wide`);
    }
    expect(found).toEqual([]);
    await page.goto(`${office.base}/operate/today`);
    await page.locator('.chart canvas').first().waitFor();
    expect(await page.locator('.chart canvas').count()).toBe(4);
    await page.screenshot({ path: join(PICTURES, `operate-${name.replaceAll(' ', '-')}.png`) });
  });
});

test('with the keyboard alone an operator finds a case, answers it and is told why it cannot be said', async () => {
  const page = await signedIn();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('422')) errors.push(message.text());
  });
  const focused = (): Promise<string> => page.evaluate("document.activeElement?.textContent ?? ''");
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      if ((await focused()).trim() === name) return;
    }
    throw new Error(`no way to ${name} by the keyboard`);
  };
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the content');
  await tabTo('Cases');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Cases handed over' }).waitFor();
  await tabTo(reference);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `Case ${reference}` }).waitFor();
  await tabTo('I’ll take it');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('The case is yours.').waitFor();
  await page.getByLabel('Answer in the customer’s conversation').fill('Hello Ana,\nit is done.');
  await page.getByRole('button', { name: 'Send the answer' }).press('Enter');
  // This customer came by a channel that tells no way back: nothing that was typed is lost.
  await page.getByRole('alert').getByText('Write to ana@example.org').waitFor();
  expect(await page.getByLabel('Answer in the customer’s conversation').inputValue()).toBe('Hello Ana,\nit is done.');
  expect(errors).toEqual([]);
  await page.context().close();
});
