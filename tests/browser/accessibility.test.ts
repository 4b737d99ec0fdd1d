import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type ChatFrame, chatFrame, openChat } from './chat-frame';
import { openVisits } from './open-visits';

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

const visits = openVisits();
/** Axe is put into the page, whatever its policy. */
const visit = (options: BrowserContextOptions = {}) => visits.come({ bypassCSP: true, ...options });
const first = async (chat: ChatFrame) => chat.frame.locator('.choices button').first().waitFor();

/** What axe finds on the page and in the chat, in words. */
async function violations(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(AXE);
    const read = await frame.evaluate(`axe.run(document, { iframes: false }).then(({ violations }) => violations.map(
      ({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html.slice(0, 160) + ' ' + failureSummary).join(' | ')))`);
    found.push(...(read as string[]));
  }
  return found;
}

/** Colours are the same in all languages. */
const SCHEMES = { fr: ['light', 'dark'], en: ['dark'], de: ['light'], es: ['light'] } as const;

describe.each(LANGUAGES)('in $language', ({ language, question, steps, label }) => {
  it.each([...SCHEMES[language]])('axe finds nothing, %s', async (colorScheme) => {
    const { page, picture } = await visit({ colorScheme });
    await page.goto(`${visits.base()}/widget/test?lng=${language}`);
    const chat = chatFrame(page);
    expect((await chat.launcher.textContent())?.trim()).toBe(label);
    expect(await violations(page)).toEqual([]);
    await chat.launcher.click();
    await first(chat);
    expect(await violations(page)).toEqual([]);
    await chat.say(question);
    await chat.click(steps);
    await chat.frame.locator('.step').waitFor();
    await chat.input.pressSequentially('api');
    await chat.frame.getByRole('option').first().waitFor();
    expect(await chat.frame.locator('html').getAttribute('lang')).toBe(language);
    expect(await violations(page)).toEqual([]);
    await picture(`axe-${language}-${colorScheme}`);
  });
});

it.each(['light', 'dark'] as const)('axe finds nothing in the forms and the report either, %s', async (colorScheme) => {
  const { page, picture } = await visit({ colorScheme });
  const chat = await openChat(page, `${visits.base()}/widget/test?lng=fr`);
  await first(chat);
  await chat.say('suis-je prêt pour la migration ?');
  await chat.click(/Oui/);
  await chat.frame.locator('input[type=password]').waitFor();
  await chat.click('Vérifier');
  expect(await violations(page)).toEqual([]);
  await picture(`sign-in-${colorScheme}`);
  await chat.click(/compte d'entraînement/);
  await chat.frame.locator('.report').waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(`report-${colorScheme}`);
  await chat.say('je veux parler à un conseiller');
  await chat.click('Continuer');
  expect(await violations(page)).toEqual([]);
  await picture(`form-${colorScheme}`);
});

it('axe finds nothing on the help centre with the chat open, whatever the page calls its colours', async () => {
  const { page, picture } = await visit({ colorScheme: 'dark' });
  const chat = await openChat(page, `${visits.base()}/?lng=fr`);
  await first(chat);
  expect(await violations(page)).toEqual([]);
  await picture('help-centre-dark');
});

it('is worked by keyboard alone: open, ask, choose, next, menu, close; the focus is where one expects it', async () => {
  const { page } = await visit();
  await page.goto(`${visits.base()}/widget/test?lng=fr`);
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
  const { page } = await visit();
  const chat = await openChat(page, `${visits.base()}/widget/test?lng=fr`);
  await first(chat);
  expect(await chat.log.getAttribute('aria-live')).toBe('polite');
  await chat.say('où trouver ma clé api ?');
  await page.keyboard.type('suite');
  await chat.hear('Mis à jour le');
  expect(await chat.input.inputValue()).toBe('suite');
});

it('fills a small screen, and works at 400 % zoom', async () => {
  const { page, picture } = await visit({ viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true });
  const chat = await openChat(page, `${visits.base()}/widget/test?lng=fr`);
  await first(chat);
  expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 780 });
  await chat.say('comment désactiver les déclencheurs ?');
  await chat.hear('Mis à jour le');
  await picture('mobile');
  await page.setViewportSize({ width: 320, height: 256 });
  await page.waitForTimeout(200);
  await picture('zoom');
  const frame = page.frames()[1];
  expect(await frame?.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await frame?.evaluate("document.querySelector('.log').clientHeight >= 100")).toBe(true);
  await chat.frame.getByRole('button', { name: "Fermer l'assistance" }).click();
  await page.locator('iframe').waitFor({ state: 'hidden' });
});

it('moves nothing for those who want no motion, and keeps its outlines in forced colours', async () => {
  const { page, picture } = await visit({ reducedMotion: 'reduce', forcedColors: 'active' });
  const chat = await openChat(page, `${visits.base()}/widget/test?lng=fr`);
  await first(chat);
  expect(await page.locator('iframe').evaluate(run('node', 'return getComputedStyle(node).transitionDuration'))).toBe(
    '0s',
  );
  expect(
    await chat.frame.locator('.bubble').first().evaluate(run('node', 'return getComputedStyle(node).borderTopWidth')),
  ).toBe('1px');
  await picture('forced-colours');
});

/** A function of the browser, whose globals are not those of this file. */
const run = (parameter: string, body: string) => new Function(parameter, body) as (node: unknown) => unknown;
const isFocused = (node: ReturnType<Page['locator']>) =>
  node.evaluate(run('node', 'return node === document.activeElement'));
