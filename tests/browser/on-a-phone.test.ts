import type { Page } from 'playwright-core';
import { chatFrame } from './chat-frame';
import { SHOP, serveSite } from './foreign-site';
import { openVisits } from './open-visits';

const visits = openVisits({ webOrigins: [SHOP] });
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, locale: 'en-GB' };

/** A shop with a link and a field behind the chat, and a router that hears of "Back". */
async function open() {
  const visit = await visits.come(PHONE);
  const body = `<!DOCTYPE html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Shop</title></head>
    <body><h1>Shop</h1><a href="/cart">Cart</a><input aria-label="Search">
    <script>window.heard = 0; addEventListener('popstate', () => heard++);</script>
    <script src="${visits.base()}/widget.js" async></script></body></html>`;
  await serveSite(visit.page, { '/': { body }, '/before': { body } });
  await visit.page.goto(`${SHOP}/before`);
  await visit.page.goto(`${SHOP}/`);
  return { ...visit, chat: chatFrame(visit.page) };
}
const isInert = 'document.body.inert';
/** Closed, and drawn so: until then a finger still touches the chat. */
async function closed(page: Page): Promise<void> {
  await page.locator('iframe').waitFor({ state: 'hidden' });
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done), 100)))',
  );
}

it('the page behind the chat is out of reach, and comes back with it closed', async () => {
  const { page, chat, picture } = await open();
  expect(await page.evaluate(isInert)).toBe(false);
  await chat.launcher.tap();
  await chat.frame.locator('.choices button').first().waitFor();
  expect(await page.evaluate(isInert)).toBe(true);
  await picture('phone');
  // Around all that can be reached, and never to the page.
  const inChat: unknown[] = [];
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press('Tab');
    inChat.push(await page.evaluate('document.activeElement.localName'));
  }
  expect(new Set(inChat)).not.toContain('a');
  expect(new Set(inChat)).not.toContain('input');
  await chat.frame.getByRole('button', { name: 'Close support' }).tap();
  await closed(page);
  expect(await page.evaluate(isInert)).toBe(false);
  await page.getByLabel('Search').fill('x');
});

it('turned to where there is room, the page can be reached again', async () => {
  const { page, chat } = await open();
  await chat.launcher.tap();
  await page.waitForFunction(isInert);
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.waitForFunction(`!${isInert}`);
});

it('Back closes the chat first, and the page hears nothing of it; then it leads back', async () => {
  const { page, chat } = await open();
  await chat.launcher.tap();
  await chat.frame.locator('.choices button').first().waitFor();
  await page.evaluate('void setTimeout(() => history.back())');
  await closed(page);
  expect([page.url(), await page.evaluate('heard')]).toEqual([`${SHOP}/`, 0]);
  // Once more, and closed by its own button: nothing is left behind. A drawn finger now and then misses after "Back": Enter does not.
  await chat.launcher.press('Enter');
  await chat.input.waitFor();
  await chat.frame.getByRole('button', { name: 'Close support' }).tap();
  await closed(page);
  await chat.launcher.tap();
  await chat.input.waitFor();
  expect(await page.locator('iframe').isVisible()).toBe(true);
  await chat.frame.getByRole('button', { name: 'Close support' }).tap();
  await closed(page);
  await page.waitForFunction('new Promise((done) => setTimeout(() => done(true), 0))');
  await page.evaluate('void setTimeout(() => history.back())');
  await page.waitForURL(`${SHOP}/before`);
});

it('where there is room, Back leads back', async () => {
  const { page, chat } = await open();
  await page.setViewportSize({ width: 1000, height: 700 });
  await chat.launcher.tap();
  await chat.frame.locator('.choices button').first().waitFor();
  await page.evaluate('void setTimeout(() => history.back())');
  await page.waitForURL(`${SHOP}/before`);
});

it('no field is so small that a phone zooms into it', async () => {
  const { page, chat } = await open();
  await chat.launcher.tap();
  await chat.say('I want to talk to a person');
  await chat.frame.getByLabel('Your name').waitFor();
  await chat.frame.getByRole('button', { name: 'More actions' }).tap();
  await chat.frame.getByRole('combobox', { name: 'Language' }).waitFor();
  const sizes = await page
    .frames()[1]
    ?.evaluate(
      "[...document.querySelectorAll('input, textarea, select')].map((field) => parseFloat(getComputedStyle(field).fontSize))",
    );
  expect(sizes).toHaveLength(4);
  expect(Math.min(...(sizes as number[]))).toBeGreaterThanOrEqual(16);
});

it.each([
  ['a browser that says that it composes', { isComposing: true }],
  ['Safari, which tells by the code of the key alone', { keyCode: 229 }],
])('Enter and Escape of an input method are not ours, in %s', async (_browser, how) => {
  const { page, chat } = await open();
  await chat.launcher.tap();
  await chat.input.fill('にほんご');
  const press = (key: string) =>
    page.frames()[1]?.evaluate(`document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
      { key: '${key}', bubbles: true, cancelable: true, ...${JSON.stringify(how)} }))`);
  await chat.input.focus();
  for (const key of ['Enter', 'Escape']) expect(await press(key)).toBe(true);
  expect(await chat.input.inputValue()).toBe('にほんご');
  expect(await chat.log.locator('.own').count()).toBe(0);
  expect(await page.locator('iframe').isVisible()).toBe(true);
});
