import { createServer as createProxy, request as pass, type Server } from 'node:http';
import { freePort } from '../../src/commands/free-port';
import { chatFrame, openChat } from './chat-frame';
import { openVisits } from './open-visits';

/** A shop's web server that has the bot in a folder of its own, and nothing else. */
function openShop(port: number, to: () => string, folder: string, strips: boolean): Promise<Server> {
  const target = (url = '') => ({
    port: new URL(to()).port,
    path: strips ? url.slice(folder.length) || '/' : url,
  });
  const isBots = (url = '') => url === folder || url.startsWith(`${folder}/`) || url.startsWith(`${folder}?`);
  const shop = createProxy((incoming, response) => {
    const { method, headers, url } = incoming;
    if (!isBots(url)) {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<!DOCTYPE html><title>Shop</title><h1>Shop</h1><script src="${folder}/widget.js" async></script>`);
      return;
    }
    const asked = pass({ ...target(url), method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(asked);
    asked.on('error', () => response.destroy());
  });
  shop.on('upgrade', ({ url, headers }, socket, head) => {
    if (!isBots(url)) return socket.destroy();
    const asked = pass({ ...target(url), headers });
    asked.on('upgrade', (answer, other, first) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      socket.write(first);
      other.write(head);
      other.pipe(socket).pipe(other);
      for (const each of [socket, other]) each.on('error', () => each.destroy());
    });
    asked.on('error', () => socket.destroy());
    asked.end();
    return undefined;
  });
  return new Promise((resolve) => shop.listen(port, '127.0.0.1', () => resolve(shop)));
}

describe.each([
  ['takes the folder off', true],
  ['leaves the address as it is', false],
])('under a folder of the shop, whose web server %s', (_what, strips) => {
  const settings = { publicUrl: '' };
  let port = 0;
  beforeAll(async () => {
    port = await freePort();
    settings.publicUrl = `http://localhost:${port}/bot`;
    shop = await openShop(port, () => visits.base(), '/bot', strips);
  });
  let shop: Server;
  const visits = openVisits(settings);
  afterAll(() => {
    shop?.closeAllConnections();
    shop?.close();
  });
  const base = () => `http://localhost:${port}`;

  /** What was asked for outside of the folder, or not found. */
  async function come() {
    const visit = await visits.come({ locale: 'en-GB' });
    const lost: string[] = [];
    const sockets: string[] = [];
    visit.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (
        (pathname !== '/' && pathname !== '/favicon.ico' && !pathname.startsWith('/bot/')) ||
        response.status() === 404
      )
        lost.push(response.url());
    });
    visit.page.on('websocket', (socket) => sockets.push(new URL(socket.url()).pathname));
    return { ...visit, lost, sockets };
  }

  it('the widget on a page of the shop holds a conversation, with cards, suggestions and sockets', async () => {
    const { page, lost, sockets } = await come();
    const chat = await openChat(page, `${base()}/`);
    await chat.frame.locator('.choices button').first().waitFor();
    await chat.say('how do I turn off triggers?');
    await chat.hear('Updated on');
    await chat.input.pressSequentially('api');
    await chat.frame.getByRole('option').first().waitFor();
    await chat.frame.getByRole('button', { name: 'More actions' }).click();
    await chat.frame.getByRole('combobox', { name: 'Language' }).selectOption('de');
    await chat.frame.getByPlaceholder('Ihre Frage eingeben').waitFor();
    await page.reload();
    await chat.hear('Updated on');
    expect(lost).toEqual([]);
    expect(sockets.length).toBeGreaterThan(0);
    for (const socket of sockets) expect(socket).toMatch(/^\/bot\/v3\/directline\/conversations\/[^/]+\/stream$/);
  });

  it('the help centre leads from page to page, and so does the practice account', async () => {
    const { page, lost } = await come();
    await page.goto(`${base()}/bot/`);
    await page.getByRole('searchbox').fill('api key');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL('**/bot/?**q=api**');
    await page.locator('section .guides a').first().click();
    await page.waitForURL('**/bot/articles/en/**');
    await page.getByRole('navigation').getByRole('link', { name: 'Deutsch' }).click();
    await page.waitForURL('**/bot/articles/de/**');
    await page.locator('main a.back').click();
    await page.waitForURL('**/bot/?lng=de');
    await chatFrame(page).launcher.waitFor();
    await page.locator('a[href*="practice"]').click();
    await page.waitForURL('**/bot/practice/**');
    await page.locator('main li a, li a').first().click();
    await page.waitForURL('**/bot/practice/accounts/**');
    expect(lost).toEqual([]);
  });
});
