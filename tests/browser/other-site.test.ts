import type { Page } from 'playwright-core';
import { chatFrame } from './chat-frame';
import { openVisits } from './open-visits';

const visits = openVisits({ webOrigins: ['http://shop.example'] });

/** A page of somebody else's site, with the policy that docs/widget.md gives. */
async function goTo(page: Page, site: string, settings = ''): Promise<void> {
  const policy = `default-src 'none'; script-src ${visits.base()}; frame-src ${visits.base()}`;
  await page.route(`${site}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': policy },
      body: `<!DOCTYPE html><html lang="de"><title>Shop</title><h1>Shop</h1><script src="${visits.base()}/widget.js" ${settings} async></script>`,
    }),
  );
  await page.goto(`${site}/`);
}

it('stands on a trusted site of another origin, and speaks the language of its page', async () => {
  const { page } = await visits.come();
  const refused: string[] = [];
  page.on('console', (said) => {
    if (said.text().includes('Content Security Policy')) refused.push(said.text());
  });
  await goTo(page, 'http://shop.example');
  const chat = chatFrame(page);
  await chat.launcher.click();
  await chat.frame.locator('.choices button').first().waitFor();
  await chat.say('Wie schalte ich Trigger aus?');
  await chat.hear('Aktualisiert am');
  await page.reload();
  await chat.hear('Aktualisiert am');
  expect(refused).toEqual([]);
});

it('is not framed by a site that nobody named', async () => {
  const { page } = await visits.come();
  await goTo(page, 'http://evil.example');
  const chat = chatFrame(page);
  const refusal = page.waitForEvent('console', (said) => said.text().includes('frame-ancestors'));
  await chat.launcher.click();
  await refusal;
  expect(await chat.input.count()).toBe(0);
});

it('opens with the article of the page that it stands on, once', async () => {
  const { page } = await visits.come();
  await page.goto(`${visits.base()}/articles/fr/triggers`);
  const chat = chatFrame(page);
  await chat.launcher.click();
  await chat.hear('Mis à jour le');
  await page.reload();
  await chat.hear('Mis à jour le');
  await page.waitForTimeout(500);
  expect(await chat.log.locator('.own').count()).toBe(1);
});

it('asks for nothing in the name of a customer whose chat was open before, or is opened by the page', async () => {
  const { page } = await visits.come();
  await page.goto(`${visits.base()}/?lng=fr`);
  const chat = chatFrame(page);
  await chat.launcher.click();
  await chat.frame.locator('.choices button').first().waitFor();
  // Open on the way to an article, and opened again there.
  await page.goto(`${visits.base()}/articles/fr/triggers`);
  await chat.frame.locator('.choices button').first().waitFor();
  await chat.launcher.click();
  await page.locator('iframe').waitFor({ state: 'hidden' });
  await chat.launcher.click();
  await chat.say('merci');
  await chat.hear(/^Avec plaisir/);
  expect(await chat.log.locator('.own').count()).toBe(1);
  const { page: other } = await visits.come();
  await other.addInitScript("addEventListener('passerelle:loaded', () => setTimeout(() => Passerelle.open()))");
  await other.goto(`${visits.base()}/articles/fr/triggers`);
  const opened = chatFrame(other);
  await opened.frame.locator('.choices button').first().waitFor();
  await opened.say('merci');
  await opened.hear(/^Avec plaisir/);
  expect(await opened.log.locator('.own').count()).toBe(1);
});

/** The addresses of the pictures that were asked for. */
function watchPictures(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'image' && request.url().includes('picture')) asked.push(request.url());
  });
  return asked;
}

it('has the title and the picture of the page that it stands on', async () => {
  const { page } = await visits.come();
  const asked = watchPictures(page);
  await goTo(page, 'http://shop.example', 'data-title="Shop Hilfe" data-avatar="http://shop.example/picture.svg"');
  const chat = chatFrame(page);
  const picture = page.waitForRequest('http://shop.example/picture.svg');
  await chat.launcher.click();
  await chat.frame.getByRole('heading', { name: 'Shop Hilfe' }).waitFor();
  await picture;
  expect(asked).toEqual(['http://shop.example/picture.svg']);
});

it('shows no picture of anybody else', async () => {
  const { page } = await visits.come();
  const asked = watchPictures(page);
  await goTo(page, 'http://shop.example', 'data-title="Shop Hilfe" data-avatar="https://evil.example/picture.svg"');
  const chat = chatFrame(page);
  await chat.launcher.click();
  await chat.frame.getByRole('heading', { name: 'Shop Hilfe' }).waitFor();
  expect(await chat.frame.locator('header img').count()).toBe(0);
  expect(asked).toEqual([]);
});

it('opened by a link, shows nothing that the link says', async () => {
  const { page } = await visits.come();
  const asked = watchPictures(page);
  const look = { title: 'Your bank', avatar: `${visits.base()}/picture.svg`, accent: '#ff0000', theme: 'dark' };
  await page.goto(`${visits.base()}/widget/chat?lng=en#${encodeURIComponent(JSON.stringify(look))}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toContain('bank');
  expect(await page.locator('header img').count()).toBe(0);
  expect(await page.locator('html').getAttribute('style')).toBeNull();
  expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
  expect(asked).toEqual([]);
});

it('opened in a window of its own by a page, shows nothing that the page says', async () => {
  const { page, context } = await visits.come();
  await goTo(page, 'http://shop.example');
  const opened = context.waitForEvent('page');
  const look = encodeURIComponent(JSON.stringify({ title: 'Your bank', avatar: 'http://shop.example/picture.svg' }));
  await page.evaluate(`void window.open('${visits.base()}/widget/chat?lng=en#${look}')`);
  const chat = await opened;
  await chat.locator('.choices button').first().waitFor();
  expect(await chat.getByRole('heading', { name: 'Your bank' }).count()).toBe(0);
  expect(await chat.locator('header img').count()).toBe(0);
});
