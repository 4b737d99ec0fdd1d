import { readFileSync } from 'node:fs';
import { chatFrame } from './chat-frame';
import { SHOP, serveSite } from './foreign-site';
import { openVisits, type Visit } from './open-visits';

const visits = openVisits({ webOrigins: [SHOP] });

const script = (path: string) => ({
  body: readFileSync(path, 'utf8'),
  contentType: 'text/javascript',
});
const TURBO = script(require.resolve('@hotwired/turbo/dist/turbo.es2017-umd.js'));
const HTMX = script(require.resolve('htmx.org/dist/htmx.min.js'));

/** Two pages of a shop, each with a link to the other. */
function shop(head: string, body = '', attributes = '') {
  const page = (title: string, other: string) => ({
    body: `<!DOCTYPE html><html lang="en"><head><title>${title}</title>${head}</head>
      <body ${attributes}><main><h1>${title}</h1><a href="/${other}">To ${other}</a></main>${body}</body></html>`,
  });
  return { '/': page('Home', 'cart'), '/cart': page('Cart', ''), '/turbo.js': TURBO, '/htmx.js': HTMX };
}
const widget = (settings = '') => `<script src="${visits.base()}/widget.js" ${settings} async></script>`;

/** Goes to the other page and back, as links lead. */
async function goAround({ page }: Visit): Promise<void> {
  await page.getByRole('link').click();
  await page.getByRole('heading', { name: 'Cart' }).waitFor();
  await page.getByRole('link').click();
  await page.getByRole('heading', { name: 'Home' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Cart' }).waitFor();
}

const SWAPS: Readonly<Record<string, () => ReturnType<typeof shop>>> = {
  'Turbo 8, with the script in the head': () => shop(`<script src="/turbo.js"></script>${widget()}`),
  'Turbo 8, with the script in the body': () => shop('<script src="/turbo.js"></script>', widget()),
  'htmx, with the script in the head': () => shop(`<script src="/htmx.js"></script>${widget()}`, '', 'hx-boost="true"'),
  'htmx, with the script in the body': () => shop('<script src="/htmx.js"></script>', widget(), 'hx-boost="true"'),
};

describe.each(Object.keys(SWAPS))('when pages are swapped by %s', (swap) => {
  it('the launcher stays, once, and the chat goes on where it was', async () => {
    const visit = await visits.come();
    const { page } = visit;
    await serveSite(page, SWAPS[swap]?.() ?? {});
    await page.goto(`${SHOP}/`);
    const chat = chatFrame(page);
    await chat.launcher.waitFor();
    await goAround(visit);
    await chat.launcher.waitFor();
    expect(await chat.launcher.count()).toBe(1);
    await chat.launcher.click();
    await chat.say('how do I turn off triggers?');
    await chat.hear('Updated on');
    await chat.input.fill('and then');
    await page.getByRole('link').click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await chat.hear('Updated on');
    expect(await page.locator('iframe').count()).toBe(1);
    // The same chat, not one that was loaded again.
    expect(await chat.input.inputValue()).toBe('and then');
  });
});

it('a page that is morphed by Turbo when it is refreshed keeps the launcher, and the chat in it', async () => {
  const { page } = await visits.come();
  const head = '<script src="/turbo.js"></script><meta name="turbo-refresh-method" content="morph">';
  await serveSite(page, shop(head, widget()));
  await page.goto(`${SHOP}/`);
  const chat = chatFrame(page);
  await chat.launcher.click();
  await chat.input.fill('and then');
  const method = await page.evaluate(`new Promise((done) => {
    addEventListener('turbo:render', ({ detail }) => done(detail.renderMethod), { once: true });
    Turbo.visit(location.href, { action: 'replace' });
  })`);
  expect(method).toBe('morph');
  expect(await chat.launcher.count()).toBe(1);
  expect(await chat.input.inputValue()).toBe('and then');
});

it.each([
  ['the body is written anew', "document.body.innerHTML = '<h1>New</h1>'"],
  ['the body is another one', "document.body.replaceWith(document.createElement('body'))"],
  [
    'everything in the document is taken out',
    'document.documentElement.replaceChildren(document.createElement("body"))',
  ],
  [
    'the document has another root',
    "document.documentElement.replaceWith(new DOMParser().parseFromString('<h1>New</h1>', 'text/html').documentElement)",
  ],
])('the launcher is there again when %s', async (_what, swap) => {
  const { page } = await visits.come();
  await serveSite(page, shop('', widget()));
  await page.goto(`${SHOP}/`);
  const chat = chatFrame(page);
  await chat.launcher.click();
  await chat.frame.locator('.choices button').first().waitFor();
  await page.evaluate(`void (${swap})`);
  await chat.launcher.waitFor();
  await chat.frame.locator('.choices button').first().waitFor();
  await page.evaluate('Passerelle.close()');
  await page.locator('iframe').waitFor({ state: 'hidden' });
  await chat.launcher.click();
  await chat.input.waitFor();
  expect(await chat.launcher.count()).toBe(1);
});

it('a page that takes the launcher out each time it sees it is not brought to a stand', async () => {
  const { page } = await visits.come();
  await serveSite(page, shop('', widget()));
  await page.goto(`${SHOP}/`);
  await chatFrame(page).launcher.waitFor();
  await page.evaluate(`window.seen = 0;
    new MutationObserver(() => { seen++; for (const each of document.querySelectorAll('passerelle-launcher')) each.remove(); })
      .observe(document, { childList: true, subtree: true }); document.querySelector('passerelle-launcher').remove();`);
  await page.getByRole('link').click();
  await page.getByRole('heading', { name: 'Cart' }).waitFor();
});

it.each([
  ['and takes the launcher away', 'window.Passerelle?.remove();'],
  ['and nothing else', ''],
])('a page that puts the script in, takes it out %s, and puts it in again, has one launcher', async (_what, clean) => {
  const { page } = await visits.come();
  await serveSite(page, shop(''));
  await page.goto(`${SHOP}/`);
  const put = `(() => { const script = document.createElement('script'); script.src = '${visits.base()}/widget.js';
    script.dataset.language = 'es'; document.body.append(script); return script; })()`;
  // React's StrictMode: an effect runs, is cleaned up, and runs again, before and after the script is there.
  await page.evaluate(`window.first = ${put}; ${clean} first.remove(); window.second = ${put};`);
  const chat = chatFrame(page);
  await chat.launcher.waitFor();
  await page.evaluate(`${clean} second.remove(); ${put}; ${clean}`);
  await page.evaluate(`new Promise((loaded) => { ${put}.onload = loaded; })`);
  await chat.launcher.waitFor();
  expect(await chat.launcher.count()).toBe(1);
  expect((await chat.launcher.textContent())?.trim()).toBe('Hacer una pregunta');
});

it('a page that comes by a swap with settings of its own is heard', async () => {
  const { page } = await visits.come();
  const pages = shop('<script src="/turbo.js"></script>', widget('data-label="Home help"'));
  const cart = { body: pages['/cart'].body.replace('Home help', 'Cart help') };
  await serveSite(page, { ...pages, '/cart': cart });
  await page.goto(`${SHOP}/`);
  const chat = chatFrame(page);
  await page.getByRole('button', { name: 'Home help' }).waitFor();
  await page.getByRole('link').click();
  await page.getByRole('button', { name: 'Cart help' }).waitFor();
  expect(await chat.launcher.count()).toBe(1);
});

it('taken away by the page, the launcher stays away', async () => {
  const { page } = await visits.come();
  await serveSite(page, shop(`<script src="/turbo.js"></script>${widget()}`));
  await page.goto(`${SHOP}/`);
  const chat = chatFrame(page);
  await chat.launcher.waitFor();
  await page.evaluate('Passerelle.remove()');
  await page.getByRole('link').click();
  await page.getByRole('heading', { name: 'Cart' }).waitFor();
  expect(await chat.launcher.count()).toBe(0);
});

it('a double click opens the chat, as a click does', async () => {
  const { page } = await visits.come();
  await serveSite(page, shop('', widget()));
  await page.goto(`${SHOP}/`);
  const chat = chatFrame(page);
  await chat.launcher.dblclick();
  await chat.frame.locator('.choices button').first().waitFor();
  expect(await chat.launcher.getAttribute('aria-expanded')).toBe('true');
  await chat.launcher.click();
  await page.locator('iframe').waitFor({ state: 'hidden' });
});
