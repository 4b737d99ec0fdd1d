import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser';
import { type ChatFrame, openChat } from './chat-frame';
import { openStandIn, type Script, type StandIn } from './stand-in';

const text = (words: string, choices: readonly object[] = []) => ({
  text: words,
  channelData: { passerelle: { kind: 'text', text: words, choices } },
});
const HOSTILE = `<img src=x onerror="window.ran=1"> <script>window.ran=1</script> [click](javascript:window.ran=1)
[data](data:text/html,<script>1</script>) ![p](https://elsewhere.example/p.png) <style>*{display:none}</style> <b onclick="window.ran=1">b</b>

| <iframe src="javascript:parent.ran=1"> |
|---|
| <form action="https://elsewhere.example"><input name=key></form> |`;

const script: Script = (said, posted) => {
  if (posted.type === undefined) return [text('Bonjour !')];
  if (said.startsWith('hostile')) return [text(HOSTILE), text('Et voilà.')];
  if (said === 'carte') {
    const body = [
      { type: 'TextBlock', text: `**Carte** ${HOSTILE}`, wrap: true },
      { type: 'Input.Text', id: 'name', label: 'Nom' },
    ];
    const content = {
      type: 'AdaptiveCard',
      version: '1.5',
      body,
      actions: [{ type: 'Action.Submit', title: 'Valider', data: { a: 1 } }],
    };
    return [{ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] }];
  }
  if (said === 'clé') {
    const field = (label: string) => ({ label, hint: `${label} ici` });
    const reply = {
      kind: 'sign-in',
      text: 'Saisissez.',
      check: 'api-key',
      site: field('Site'),
      key: field('Clé'),
      submit: 'Vérifier',
      choices: [],
    };
    return [{ text: 'Saisissez.', channelData: { passerelle: reply } }];
  }
  return [text(`Réponse à ${said.length} lettres`)];
};

let server: StandIn;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let chat: ChatFrame;
const faults: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  faults.length = 0;
  server = await openStandIn(script, '<button data-passerelle-ask="Et maintenant ?">Demander</button>');
  context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1100, height: 800 } });
  context.setDefaultTimeout(6_000);
  page = await context.newPage();
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (said) => {
    if (said.type() === 'error' && said.text().includes('Content Security Policy')) faults.push(said.text());
  });
  page.on('request', (request) => {
    if (!/^(http|ws):\/\/127\.0\.0\.1|^(data|blob):/.test(request.url())) faults.push(request.url());
  });
});
afterEach(async () => {
  await context.close();
  await server.close();
});
const open = async () => {
  chat = await openChat(page, server.url);
  await chat.hear('Bonjour !');
};

it('asks for nothing but the launcher and keeps nothing before the first click', async () => {
  await page.goto(server.url);
  await page.locator('button[aria-expanded]').waitFor();
  await page.waitForTimeout(300);
  expect(server.requests.filter((each) => !each.includes('favicon'))).toEqual(['GET /', 'GET /widget.js']);
  expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  expect(await context.cookies()).toEqual([]);
  expect(faults).toEqual([]);
});

it('runs nothing and fetches nothing of what a message holds, whoever wrote it', async () => {
  await open();
  await chat.say(`hostile ${HOSTILE.split('\n')[0]}`);
  await chat.hear('Et voilà.');
  for (const frame of page.frames()) expect(await frame.evaluate('typeof window.ran')).toBe('undefined');
  expect(await chat.log.locator('a, b, form, iframe, img, input, script, style, [onclick], [onerror]').count()).toBe(0);
  await chat.log.getByText('<img src=x onerror="window.ran=1">').first().waitFor();
  expect(faults).toEqual([]);
});

it('draws a card of another bot with the card library, fetched only then', async () => {
  await open();
  expect(server.requests).not.toContain('GET /widget/cards.js');
  await chat.say('carte');
  await chat.frame.getByLabel('Nom').fill('Ana');
  await chat.click('Valider');
  await chat.hear(/Réponse à/);
  expect(server.posted.at(-1)).toMatchObject({ value: { a: 1, name: 'Ana' } });
  for (const frame of page.frames()) expect(await frame.evaluate('typeof window.ran')).toBe('undefined');
  expect(server.requests).toContain('GET /widget/cards.js');
});

it('sends the masked key in the value alone, and shows it nowhere', async () => {
  await open();
  await chat.say('clé');
  await chat.click('Vérifier');
  expect(await chat.frame.getByLabel('Site').getAttribute('aria-invalid')).toBe('true');
  await chat.frame.getByLabel('Site').fill('acme.teamwork.com');
  const key = chat.frame.getByLabel('Clé');
  expect(await key.getAttribute('type')).toBe('password');
  await key.fill('tkn_secret');
  await key.press('Enter');
  await chat.hear('Transmis.');
  // The form says so before the message has arrived; the reply comes after it.
  await chat.hear('Réponse à 0 lettres');
  expect(server.posted.at(-1)).toMatchObject({
    value: { passerelle: { kind: 'sign-in', check: 'api-key' }, site: 'acme.teamwork.com', key: 'tkn_secret' },
  });
  expect(server.posted.at(-1)).not.toHaveProperty('text');
  expect(await chat.frame.locator('body').innerHTML()).not.toContain('tkn_secret');
  expect(await page.frames()[1]?.evaluate('JSON.stringify([localStorage, sessionStorage])')).not.toContain(
    'tkn_secret',
  );
});

it('survives a cut line: nothing lost, nothing twice', async () => {
  await open();
  server.cut();
  await chat.say('un');
  await chat.hear('Réponse à 2 lettres');
  server.down(true);
  await chat.say('deux');
  await chat.frame.getByText('Connexion perdue').waitFor();
  server.say({ text: 'Pendant ce temps', channelData: { passerelle: { kind: 'text', text: 'Pendant ce temps' } } });
  server.down(false);
  await chat.hear('Pendant ce temps');
  await chat.hear('Réponse à 4 lettres');
  await chat.frame.getByText('Connexion rétablie').waitFor();
  expect(await chat.log.getByText('deux', { exact: true }).count()).toBe(1);
  expect(await chat.log.getByText('Réponse à 4 lettres').count()).toBe(1);
  expect(new Set(server.posted.map(({ text: said }) => said)).size).toBe(server.posted.length);
});

it('waits when there were too many messages, then sends', async () => {
  await open();
  server.refuse(1);
  await chat.say('vite');
  await chat.frame.getByText('Trop de messages').waitFor();
  await chat.hear('Réponse à 4 lettres');
  expect(server.posted).toHaveLength(1);
});

it('asks what an element of the page says, opens by itself after a reload, and tells the page what happens', async () => {
  await page.goto(server.url);
  await page.evaluate(`window.heard = []; for (const name of ['open', 'close', 'sent', 'received', 'unread'])
    Passerelle.on(name, (detail) => heard.push([name, JSON.stringify(detail)].join(' ')))`);
  await page.getByText('Demander').click();
  await page.frameLocator('iframe').getByText('Réponse à 15 lettres').waitFor();
  await page.evaluate('Passerelle.close()');
  server.say(text('Encore là ?'));
  await page.getByText('Messages non lus').waitFor();
  expect(await page.evaluate('heard.join()')).toMatch(
    /open \{\}.*sent \{\}.*received \{\}.*close \{\}.*unread \{"count":1\}/,
  );
  await page.evaluate('Passerelle.open()');
  await page.reload();
  await page.frameLocator('iframe').getByText('Encore là ?').waitFor();
  expect(await page.frameLocator('iframe').getByText('Réponse à 15 lettres').count()).toBe(1);
});

it('starts over and forgets', async () => {
  await open();
  await chat.say('avant');
  await chat.hear('Réponse à 5 lettres');
  await chat.frame.getByRole('button', { name: 'Autres actions' }).click();
  const before = server.requests.filter((each) => each.includes('/widget/token')).length;
  await chat.frame.getByRole('button', { name: 'Nouvelle conversation' }).click();
  await chat.hear('Bonjour !');
  expect(server.requests.filter((each) => each.includes('/widget/token'))).toHaveLength(before + 1);
});

/** Run in the browser, where there are other globals than here. */
const pasteOf = (text: string) =>
  new Function(
    'field',
    `const clipboardData = new DataTransfer();
    clipboardData.setData('text', ${JSON.stringify(text)});
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));`,
  ) as () => void;

it('takes several lines when they are pasted', async () => {
  await open();
  await chat.input.focus();
  await chat.input.evaluate(pasteOf('ana@example.org\nbob@example.org'));
  const area = chat.frame.locator('textarea');
  await area.press('Enter');
  await chat.hear('Réponse à 31 lettres');
  expect(server.posted.at(-1)).toMatchObject({ text: 'ana@example.org\nbob@example.org' });
  await chat.frame.locator('input#question').waitFor();
});

it('keeps both ends of what is too long when it is pasted, what was typed with them, and says so', async () => {
  await open();
  await chat.input.fill('Comment faire ? ');
  await chat.input.evaluate(pasteOf(`${'ligne du journal\n'.repeat(20_000)}la fin`));
  await chat.frame.getByText('10 000 caractères').waitFor();
  const area = chat.frame.locator('textarea');
  const kept = await area.inputValue();
  expect(kept.length).toBeLessThanOrEqual(10_000);
  expect(kept).toMatch(/^Comment faire \? ligne du journal[\s\S]*la fin$/);
});

it('stands the other way round in a language that is written from right to left', async () => {
  await page.goto(`${server.url}/widget/chat?lng=ar`);
  await page.locator('#question').fill('مرحبا');
  await page.keyboard.press('Enter');
  await page.getByText('Réponse à 5 lettres').waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  const at = async (what: string) => {
    const box = await page.locator(what).boundingBox();
    return box ? box.x + box.width / 2 : Number.NaN;
  };
  const middle = 1100 / 2;
  expect(await at('.own .bubble')).toBeLessThan(middle);
  expect(await at('.line:last-child .bubble')).toBeGreaterThan(middle);
  expect(await at('button[type=submit]')).toBeLessThan(await at('#question'));
  expect(await page.evaluate("getComputedStyle(document.querySelector('.drawing.send')).transform")).toBe(
    'matrix(-1, 0, 0, 1, 0, 0)',
  );
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});

it('renews its token half-way through its half hour, without a word', async () => {
  await context.clock.install();
  await open();
  const renewals = () => server.requests.filter((each) => each === 'POST /v3/directline/tokens/refresh').length;
  await context.clock.fastForward('14:59');
  expect(renewals()).toBe(0);
  for (const [ahead, times] of [
    ['00:02', 1],
    ['15:00', 2],
  ] as const) {
    const renewed = page.waitForResponse((answer) => answer.url().endsWith('/tokens/refresh'));
    await context.clock.fastForward(ahead);
    await renewed;
    expect(renewals()).toBe(times);
  }
  expect(await chat.frame.getByRole('status').allTextContents()).not.toContainEqual(expect.stringContaining('perdue'));
});

it('is dressed by the page: words, corner, colours that stay readable, language; and leaves when told', async () => {
  await page.goto(server.url);
  const button = page.locator('button[aria-expanded]');
  await button.waitFor();
  await page.evaluate('Passerelle.remove()');
  expect(await button.count()).toBe(0);
  await page.evaluate(
    "Passerelle.init({ language: 'es', label: 'Ayuda', title: 'La tienda', accent: '#a3e635', position: 'left', theme: 'dark' })",
  );
  expect((await button.textContent())?.trim()).toBe('Ayuda');
  const styleOf = new Function('node', 'const { left, color } = getComputedStyle(node); return { left, color }');
  expect(await button.evaluate(styleOf as (node: unknown) => unknown)).toEqual({
    left: '20px',
    color: 'rgb(0, 0, 0)',
  });
  await button.click();
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { name: 'La tienda' }).waitFor();
  await frame.getByPlaceholder('Escriba su pregunta').waitFor();
  expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(await page.frames()[1]?.evaluate("getComputedStyle(document.querySelector('header')).color")).toBe(
    'rgb(0, 0, 0)',
  );
});

it('waits for the page to begin where the page says so', async () => {
  await page.route(server.url, async (route) => {
    const body = (await (await route.fetch()).text()).replace('async>', 'data-manual>');
    await route.fulfill({ body, contentType: 'text/html' });
  });
  await page.goto(server.url);
  expect(await page.locator('button[aria-expanded]').count()).toBe(0);
  await page.evaluate('Passerelle.init()');
  expect((await page.locator('button[aria-expanded]').textContent())?.trim()).toBe('Poser une question');
});
