import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser';
import { type ChatFrame, openChat } from './chat-frame';
import { openStandIn, type StandIn } from './stand-in';

const text = (words: string) => ({
  text: words,
  channelData: { passerelle: { kind: 'text', text: words, choices: [] } },
});

let browser: Browser;
let server: StandIn;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  server = await openStandIn((said, { type }) => [text(type === undefined ? 'Bonjour !' : `Réponse à ${said}`)]);
  page = await browser.newPage({ locale: 'fr-FR' });
  page.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await page?.close();
  await server?.close();
});

/** Everything that the chat has said of its connection, one after the other. */
async function watchStatus(): Promise<() => Promise<unknown>> {
  await page.frames()[1]?.evaluate(`window.told = []; new MutationObserver(() => {
    told.push(document.querySelector('.status').textContent);
  }).observe(document.querySelector('.status'), { childList: true, characterData: true, subtree: true })`);
  return async () => page.frames()[1]?.evaluate('told.filter(Boolean)');
}

async function talk(chat: ChatFrame): Promise<void> {
  await chat.say('un');
  await chat.hear('Réponse à un');
  server.say(text('Un mot de l’équipe'));
  await chat.hear('Un mot de l’équipe');
  await chat.say('deux');
  await chat.hear('Réponse à deux');
}

it.each(['refused', 'unanswered'] as const)(
  'where sockets are %s the conversation goes on, and nothing is said to be out of reach',
  async (how) => {
    server.upgrade(how);
    const chat = await openChat(page, server.url);
    const told = await watchStatus();
    await chat.hear('Bonjour !');
    await talk(chat);
    expect(await told()).toEqual([]);
    expect(await chat.log.locator('.own').count()).toBe(2);
  },
);

it('a proxy that cuts sockets as soon as they are open disturbs nobody', async () => {
  const chat = await openChat(page, server.url);
  await chat.hear('Bonjour !');
  const told = await watchStatus();
  server.upgrade('refused');
  await talk(chat);
  expect(await told()).toEqual([]);
});

it('a server that is away is still said to be, and found again', async () => {
  server.upgrade('refused');
  const chat = await openChat(page, server.url);
  await chat.hear('Bonjour !');
  server.down(true);
  await chat.say('un');
  await chat.frame.getByText('Connexion perdue').waitFor();
  server.down(false);
  await chat.frame.getByText('Connexion rétablie').waitFor();
  await chat.hear('Réponse à un');
});
