import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { createServer, type PasserelleServer } from '../../src/bot/server';
import { freePort } from '../../src/commands/free-port';
import { openTestHouse } from '../converse';
import { openBrowser } from './browser';
import { type ChatFrame, chatFrame, openChat } from './chat-frame';

const PICTURES = join(__dirname, '..', '..', 'coverage', 'pictures');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const LANGUAGES = [
  {
    language: 'fr',
    question: 'comment désactiver les déclencheurs ?',
    steps: 'Étape par étape',
    label: 'Poser une question',
  },
  { language: 'en', question: 'how do I turn off triggers?', steps: 'Step by step', label: 'Ask a question' },
  {
    language: 'de',
    question: 'Wie schalte ich Trigger aus?',
    steps: 'Schritt für Schritt',
    label: 'Eine Frage stellen',
  },
  { language: 'es', question: '¿cómo desactivo los disparadores?', steps: 'Paso a paso', label: 'Hacer una pregunta' },
] as const;

let server: PasserelleServer;
let base: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  const port = await freePort();
  base = `http://localhost:${port}`;
  server = createServer(await openTestHouse({ publicUrl: base }));
  await server.listen(port);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
afterEach(() => context?.close());

async function visit(options: BrowserContextOptions = {}): Promise<void> {
  context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1100, height: 800 },
    bypassCSP: true,
    ...options,
  });
  context.setDefaultTimeout(8_000);
  page = await context.newPage();
}
const first = async (chat: ChatFrame) => chat.frame.locator('.choices button').first().waitFor();

/** What axe finds on the page and in the chat, in words. */
async function violations(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(AXE);
    const read = await frame.evaluate(`axe.run(document, { iframes: false }).then(({ violations }) => violations.map(
      ({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html.slice(0, 160) + ' ' + failureSummary).join(' | ')))`);
    found.push(...(read as string[]));
  }
  return found;
}

describe.each(LANGUAGES)('in $language', ({ language, question, steps, label }) => {
  it.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    await visit({ colorScheme });
    await page.goto(`${base}/widget/test?lng=${language}`);
    const chat = chatFrame(page);
    expect((await chat.launcher.textContent())?.trim()).toBe(label);
    expect(await violations()).toEqual([]);
    await chat.launcher.click();
    await first(chat);
    expect(await violations()).toEqual([]);
    await chat.say(question);
    await chat.click(steps);
    await chat.frame.locator('.step').waitFor();
    await chat.input.pressSequentially('api');
    await chat.frame.getByRole('option').first().waitFor();
    expect(await chat.frame.locator('html').getAttribute('lang')).toBe(language);
    expect(await violations()).toEqual([]);
    await page.screenshot({ path: join(PICTURES, `axe-${language}-${colorScheme}.png`) });
  });
});

it('is worked by keyboard alone: open, ask, choose, next, menu, close; the focus is where one expects it', async () => {
  await visit();
  await page.goto(`${base}/widget/test?lng=fr`);
  const chat = chatFrame(page);
  await chat.launcher.focus();
  await page.keyboard.press('Enter');
  await first(chat);
  const focused = () => page.frames()[1]?.evaluate('document.activeElement.id || document.activeElement.className');
  await chat.frame.locator('#question:focus').waitFor();
  await page.keyboard.type('comment désactiver les déclencheurs ?');
  await page.keyboard.press('Enter');
  await chat.hear('Mis à jour le');
  expect(await focused()).toBe('question');
  // Back into the conversation: the last of the ways on, and from there to the first.
  const steps = chat.log.getByRole('button', { name: 'Étape par étape' });
  for (let i = 0; i < 8 && !(await isFocused(steps)); i++) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await chat.hear(/^Étape 1 sur/);
  expect(await focused()).toBe('line own');
  await page.keyboard.press('Tab');
  expect(await isFocused(chat.log.getByRole('button', { name: 'Suivant' }))).toBe(true);
  await page.keyboard.press('Space');
  await chat.hear(/^Étape 2 sur/);
  await page.keyboard.press('Escape');
  await page.locator('iframe').waitFor({ state: 'hidden' });
  expect(await chat.launcher.evaluate(run('node', 'return node.getRootNode().activeElement === node'))).toBe(true);
  expect(await chat.launcher.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('Enter');
  await page.locator('iframe').waitFor();
  await chat.frame.locator('#question:focus').waitFor();
  await page.keyboard.type('x');
  expect(await chat.input.inputValue()).toBe('x');
  await chat.frame.getByRole('button', { name: 'Autres actions' }).press('Enter');
  await page.keyboard.press('Tab');
  expect(await isFocused(chat.frame.getByRole('button', { name: 'Nouvelle conversation' }))).toBe(true);
  await page.keyboard.press('Escape');
  expect(await isFocused(chat.frame.getByRole('button', { name: 'Autres actions' }))).toBe(true);
});

it('new messages never take the focus, and are announced politely', async () => {
  await visit();
  const chat = await openChat(page, `${base}/widget/test?lng=fr`);
  await first(chat);
  expect(await chat.log.getAttribute('aria-live')).toBe('polite');
  await chat.say('où trouver ma clé api ?');
  await page.keyboard.type('suite');
  await chat.hear('Mis à jour le');
  expect(await chat.input.inputValue()).toBe('suite');
});

it('fills a small screen, and works at 400 % zoom', async () => {
  await visit({ viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true });
  const chat = await openChat(page, `${base}/widget/test?lng=fr`);
  await first(chat);
  expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 780 });
  await chat.say('comment désactiver les déclencheurs ?');
  await chat.hear('Mis à jour le');
  await page.screenshot({ path: join(PICTURES, 'mobile.png') });
  await page.setViewportSize({ width: 320, height: 256 });
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(PICTURES, 'zoom.png') });
  const frame = page.frames()[1];
  expect(await frame?.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await frame?.evaluate("document.querySelector('.log').clientHeight >= 100")).toBe(true);
  await chat.frame.getByRole('button', { name: "Fermer l'assistance" }).click();
  await page.locator('iframe').waitFor({ state: 'hidden' });
});

it('moves nothing for those who want no motion, and keeps its outlines in forced colours', async () => {
  await visit({ reducedMotion: 'reduce', forcedColors: 'active' });
  const chat = await openChat(page, `${base}/widget/test?lng=fr`);
  await first(chat);
  expect(await page.locator('iframe').evaluate(run('node', 'return getComputedStyle(node).transitionDuration'))).toBe(
    '0s',
  );
  expect(
    await chat.frame.locator('.bubble').first().evaluate(run('node', 'return getComputedStyle(node).borderTopWidth')),
  ).toBe('1px');
  await page.screenshot({ path: join(PICTURES, 'forced-colours.png') });
});

/** A function of the browser, whose globals are not those of this file. */
const run = (parameter: string, body: string) => new Function(parameter, body) as (node: unknown) => unknown;
const isFocused = (node: ReturnType<Page['locator']>) =>
  node.evaluate(run('node', 'return node === document.activeElement'));
