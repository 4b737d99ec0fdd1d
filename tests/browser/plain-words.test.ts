import type { Browser, Page } from 'playwright-core';
import { adaptiveCard, reportElements, textBlocks } from '../../src/channels/adaptive-card';
import { escapeMarkdown } from '../../src/channels/escape-markdown';
import { openBrowser } from './browser';
import { type ChatFrame, openChat } from './chat-frame';
import { openStandIn, type StandIn } from './stand-in';

/** What a trigger may be called, or a customer. */
const NAMES = [
  'https://evil.example/login',
  'HTTP://EVIL.COM',
  'ftp://evil.com',
  'www.evil.example',
  'evil.com/a?b=c',
  'ana@evil.example',
  'mailto:a@evil.com',
  'javascript:alert(1)',
  '<https://evil.example>',
  '[Votre compte](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '<a href="https://evil.example">x</a>',
  '**gras** `code`',
];

const words = NAMES.map((name) => `« ${escapeMarkdown(name)} »`).join(', ');
const text = `Voici : ${words}.`;
const row = (title: string) => ({ state: 'ok' as const, sign: '✅', word: 'OK', title, detail: words, line: words });
const report = {
  kind: 'report' as const,
  title: 'Rapport sur https://evil.example',
  verdict: text,
  text,
  rows: [row('Déclencheurs')],
  choices: [],
};
const provenance = { title: 'x', updated: '2026-11-23', line: words };
const REPLIES = [
  { kind: 'text', text, choices: [] },
  { kind: 'article', article: 'x', text, provenance, choices: [] },
  {
    kind: 'step',
    article: 'x',
    title: 'x',
    number: 1,
    total: 2,
    progress: '1',
    before: [],
    warnings: [],
    text,
    choices: [],
  },
  report,
].map((reply) => ({ text: reply.text, channelData: { passerelle: reply } }));
const CARD = {
  attachments: [adaptiveCard([...textBlocks(text), ...reportElements(report)], [])],
};

let browser: Browser;
let server: StandIn;
let page: Page;
let chat: ChatFrame;
beforeAll(async () => {
  browser = await openBrowser();
  server = await openStandIn((_, posted) => (posted.type === undefined ? [...REPLIES, { text }, CARD] : []));
  page = await browser.newPage({ locale: 'fr-FR' });
  page.setDefaultTimeout(10_000);
  chat = await openChat(page, server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('names that look like links are words in every reply and card, and read as they are', async () => {
  await chat.frame.locator('.ac-textBlock').first().waitFor();
  await page.waitForTimeout(300);
  expect(await chat.log.locator('a, img:not([alt=""])').count()).toBe(0);
  const bubbles = await chat.log.locator('.bubble').allInnerTexts();
  expect(bubbles).toHaveLength(REPLIES.length + 2);
  for (const bubble of bubbles) {
    const read = bubble.replace(/\s+/g, ' ');
    for (const name of NAMES) expect(read).toContain(`« ${name} »`);
  }
});

it('what a customer types stays words, too', async () => {
  await chat.say(NAMES.join(' '));
  await chat.log.locator('.own').first().waitFor();
  expect(await chat.log.locator('.own a').count()).toBe(0);
  expect(await chat.log.locator('.own .bubble').innerText()).toBe(NAMES.join(' '));
});
