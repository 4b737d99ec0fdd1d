import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser';
import { type ChatFrame, chatFrame, openChat } from './chat-frame';
import { openStandIn, type Script, type StandIn } from './stand-in';

const text = (words: string) => ({
  text: words,
  channelData: { passerelle: { kind: 'text', text: words, choices: [] } },
});
const field = (label: string) => ({ label, hint: `${label} ici` });
const CONTACT = {
  kind: 'contact',
  text: 'Qui êtes-vous ?',
  name: { ...field('Nom'), value: '' },
  email: { ...field('Adresse'), value: '' },
  submit: 'Continuer',
  choices: [],
};
const SIGN_IN = {
  kind: 'sign-in',
  text: 'Saisissez.',
  check: 'api-key',
  site: field('Site'),
  key: field('Clé'),
  submit: 'Vérifier',
  choices: [],
};
const script: Script = (said, { type }) => {
  if (type === undefined) return [text('Bonjour !')];
  if (said === 'conseiller') return [{ text: CONTACT.text, channelData: { passerelle: CONTACT } }];
  if (said === 'clé') return [{ text: SIGN_IN.text, channelData: { passerelle: SIGN_IN } }];
  return [text(`Réponse à ${said}`)];
};

let browser: Browser;
let context: BrowserContext;
let server: StandIn;
let page: Page;
let chat: ChatFrame;
beforeAll(async () => {
  browser = await openBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
});
afterAll(() => browser?.close());
beforeEach(async () => {
  server = await openStandIn(script);
  context = await browser.newContext({ locale: 'fr-FR', bypassCSP: true });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  chat = await openChat(page, server.url);
  await chat.hear('Bonjour !');
});
afterEach(async () => {
  await context?.close();
  await server?.close();
});

const said = () => chat.log.locator('.bubble').allInnerTexts();
const kept = () =>
  page.frames()[1]?.evaluate('JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])');

it('what waits to be sent stands below what was said before, however late that comes', async () => {
  await chat.say('un');
  await chat.hear('Réponse à un');
  const release = server.hold();
  await page.reload();
  await chat.say('deux');
  await chat.log.locator('.own').getByText('deux').waitFor();
  release();
  await chat.hear('Réponse à deux');
  expect(await said()).toEqual(['Bonjour !', 'un', 'Réponse à un', 'deux', 'Réponse à deux']);
});

it('what comes while a message cannot be sent stands above it', async () => {
  server.down(true);
  await chat.say('un');
  server.say(text('Un mot de l’équipe'));
  server.down(false);
  await chat.hear('Réponse à un');
  expect(await said()).toEqual(['Bonjour !', 'Un mot de l’équipe', 'un', 'Réponse à un']);
});

it('what was begun is there on the next page, and gone once it is sent', async () => {
  await chat.input.fill('Comment désac');
  await page.goto(`${server.url}/?next`);
  await chat.hear('Bonjour !');
  expect(await chat.input.inputValue()).toBe('Comment désac');
  await chat.input.press('Enter');
  await chat.hear('Réponse à Comment désac');
  await page.reload();
  await chat.hear('Réponse à Comment désac');
  expect(await chat.input.inputValue()).toBe('');
});

it('a form that was begun is as it was on the next page, and after a question in between', async () => {
  await chat.say('conseiller');
  await chat.frame.getByLabel('Nom').fill('Ana Ruiz');
  await chat.frame.getByLabel('Adresse').fill('ana@');
  await page.reload();
  await chat.frame.getByLabel('Nom').waitFor();
  expect(await chat.frame.getByLabel('Nom').inputValue()).toBe('Ana Ruiz');
  await chat.say('une question');
  await chat.hear('Réponse à une question');
  await chat.say('conseiller');
  const email = chat.frame.getByLabel('Adresse').last();
  await email.waitFor();
  expect(await email.inputValue()).toBe('ana@');
  await email.fill('ana@example.org');
  await chat.click('Continuer');
  await chat.hear('Réponse à Ana Ruiz, ana@example.org');
  expect(await kept()).not.toContain('Ana');
});

it('of the sign-in the site is kept, and never the key', async () => {
  await chat.say('clé');
  await chat.frame.getByLabel('Site').fill('acme.teamwork.com');
  await chat.frame.getByLabel('Clé').fill('tkn_secret');
  expect(await kept()).not.toContain('tkn_secret');
  await page.reload();
  await chat.frame.getByLabel('Clé').waitFor();
  expect(await chat.frame.getByLabel('Site').inputValue()).toBe('acme.teamwork.com');
  expect(await chat.frame.getByLabel('Clé').inputValue()).toBe('');
});

it('another tab has no part in what was begun in this one', async () => {
  await chat.input.fill('Comment désac');
  const other = await openChat(await context.newPage(), server.url);
  await other.hear('Bonjour !');
  expect(await other.input.inputValue()).toBe('');
});

it('a new conversation begins with nothing typed, in every tab', async () => {
  await chat.say('un');
  await chat.hear('Réponse à un');
  const other = await openChat(await context.newPage(), server.url);
  await other.hear('Réponse à un');
  await chat.input.fill('Comment désac');
  server.forget();
  await chat.frame.getByRole('button', { name: 'Autres actions' }).click();
  await chat.frame.getByRole('button', { name: 'Nouvelle conversation' }).click();
  await chat.hear('Bonjour !');
  expect(await chat.input.inputValue()).toBe('');
  await other.log.getByText('Réponse à un').waitFor({ state: 'detached' });
  await other.hear('Bonjour !');
  await other.say('deux');
  await chat.hear('Réponse à deux');
});

it('when the page says so, the browser forgets the conversation, in every tab', async () => {
  await chat.say('un');
  await chat.hear('Réponse à un');
  await chat.input.fill('Comment désac');
  const other = await openChat(await context.newPage(), server.url);
  await other.hear('Réponse à un');
  await page.evaluate('Passerelle.remove({ forget: true })');
  expect(await chat.launcher.count()).toBe(0);
  expect(await page.locator('iframe').count()).toBe(0);
  await other.log.getByText('Réponse à un').waitFor({ state: 'detached' });
  server.forget();
  await page.reload();
  await chat.launcher.waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  await chat.launcher.click();
  await chat.hear('Bonjour !');
  expect(await said()).toEqual(['Bonjour !']);
  expect(await chat.input.inputValue()).toBe('');
});

it('left before it could forget, the page has it forgotten on the next one', async () => {
  await chat.say('un');
  await chat.hear('Réponse à un');
  server.forget();
  await page.evaluate(`void Passerelle.remove({ forget: true }); location.href = '/?goodbye'`);
  await page.waitForURL('**/?goodbye');
  await page.waitForFunction("sessionStorage.getItem('passerelle:forget') === ''");
  await chat.launcher.click();
  await chat.hear('Bonjour !');
  expect(await said()).toEqual(['Bonjour !']);
});

// Browsers keep a page as it was, or load it anew (as one without a window does): customers see the same.
describe('back to the page before', () => {
  const goTo = async (path: string) => {
    await page.evaluate(`void setTimeout(() => { location.href = '${path}'; })`);
    await page.waitForURL(`**${path}`);
    await chat.launcher.waitFor();
  };
  const goBack = async () => {
    // A page that is left at once takes the answer to what was evaluated with it.
    await page.evaluate('void setTimeout(() => history.back())');
    await page.waitForURL((url) => url.search === '', { waitUntil: 'commit' });
  };
  /** The driver of the browser does not find frames again on such a page; the page itself reaches ours, from the same origin. */
  const CHAT = "document.querySelector('passerelle-launcher')?.shadowRoot?.querySelector('iframe')?.contentDocument";
  const bubbles = `[...(${CHAT}?.querySelectorAll('.bubble') ?? [])].map((each) => each.innerText.trim()).join(' | ')`;
  const shows = (all: readonly string[]) => page.waitForFunction(`${bubbles} === ${JSON.stringify(all.join(' | '))}`);

  it('the chat goes on, with what was said meanwhile', async () => {
    await goTo('/?next');
    await chat.say('un');
    await chat.hear('Réponse à un');
    await goBack();
    await shows(['Bonjour !', 'un', 'Réponse à un']);
    await page.evaluate(`${CHAT}.querySelector('#question').focus()`);
    await page.keyboard.type('deux');
    await page.keyboard.press('Enter');
    await shows(['Bonjour !', 'un', 'Réponse à un', 'deux', 'Réponse à deux']);
  });

  it('the chat is closed when it was closed meanwhile, and open when it was opened', async () => {
    await goTo('/?next');
    await chat.launcher.click();
    await page.locator('iframe').waitFor({ state: 'hidden' });
    await goBack();
    await page.locator('iframe').waitFor({ state: 'hidden' });
    expect(await chat.launcher.getAttribute('aria-expanded')).toBe('false');
  });

  it('a conversation that was begun meanwhile has taken the place of the one before', async () => {
    await chat.say('un');
    await chat.hear('Réponse à un');
    await goTo('/?next');
    await chat.hear('Réponse à un');
    server.forget();
    await chat.frame.getByRole('button', { name: 'Autres actions' }).click();
    await chat.frame.getByRole('button', { name: 'Nouvelle conversation' }).click();
    await chat.log.getByText('Réponse à un').waitFor({ state: 'detached' });
    await chat.hear('Bonjour !');
    await goBack();
    await shows(['Bonjour !']);
  });
});

it('with the storage of the page forbidden the chat works as long as the page', async () => {
  await context.addInitScript(
    "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } })",
  );
  const bare = await context.newPage();
  const there = await openChat(bare, server.url);
  await there.hear('Bonjour !');
  await there.say('un');
  await there.hear('Réponse à un');
  await bare.evaluate('Passerelle.close()');
  await bare.evaluate('Passerelle.open()');
  await there.say('deux');
  await there.hear('Réponse à deux');
  expect(await chatFrame(bare).log.locator('.own').count()).toBe(2);
});
