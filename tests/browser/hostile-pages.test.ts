import { chatFrame } from './chat-frame';
import { type ForeignPage, SHOP, serveSite } from './foreign-site';
import { openVisits } from './open-visits';

/** A page is isolated only where it is secure; this address is, without a certificate. */
const SECURE = 'http://shop.localhost';
const visits = openVisits({ webOrigins: [SHOP, SECURE] });

const CLICKABLE = new Function(
  'node',
  `const { left, top, width, height } = node.getBoundingClientRect();
  const at = document.elementFromPoint(left + width / 2, top + height / 2);
  return { isOnTop: at === node.getRootNode().host, right: innerWidth - left - width, bottom: innerHeight - top - height };`,
) as (node: unknown) => unknown;

interface Case extends Partial<ForeignPage> {
  readonly head?: string;
  readonly script?: string;
}

/** What pages do to what stands on them, and ask of it. */
const PAGES: Readonly<Record<string, Case>> = {
  'that requires Trusted Types': {
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  },
  'that hides empty elements': { head: '<style>div:empty, *:empty { display: none !important }</style>' },
  'that takes all styles back': { head: '<style>* { all: revert !important }</style>' },
  'that unsets all styles': { head: '<style>*, *::before { all: unset }</style>' },
  'that lets nothing be clicked nor seen': {
    head: '<style>html * { pointer-events: none !important; visibility: hidden; opacity: 0; position: static !important; zoom: 2 }</style>',
  },
  'with a body that is moved': {
    head: '<style>body { transform: translateX(-300px) scale(.9); overflow: hidden; height: 40px; filter: blur(0); contain: paint }</style>',
  },
  'that is isolated, and wants a policy of everything': {
    headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
  },
  'that is isolated, and sends no credentials': {
    headers: { 'cross-origin-embedder-policy': 'credentialless', 'cross-origin-opener-policy': 'same-origin' },
  },
  'that asks for the script with CORS': { script: 'crossorigin' },
  'that has the script as a module': { script: 'type="module" data-language="en"' },
  'that is isolated and has the script as a module': {
    script: 'type="module"',
    headers: { 'cross-origin-embedder-policy': 'require-corp' },
  },
};

it.each(Object.keys(PAGES))('a page %s has the launcher in its corner and the chat behind it', async (kind) => {
  const { head = '', script = 'async', headers = {} } = PAGES[kind] ?? {};
  const { page, picture } = await visits.come();
  const site = 'cross-origin-embedder-policy' in headers ? SECURE : SHOP;
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const body = `<!DOCTYPE html><html lang="en"><head><title>Shop</title>${head}</head><body><h1>Shop</h1>
    <script src="${visits.base()}/widget.js" ${script}></script></body></html>`;
  await serveSite(page, { '/': { headers, body } }, site);
  await page.goto(`${site}/`);
  expect(await page.evaluate('crossOriginIsolated')).toBe('cross-origin-opener-policy' in headers);
  const chat = chatFrame(page);
  await chat.launcher.waitFor();
  expect(await chat.launcher.evaluate(CLICKABLE)).toEqual({ isOnTop: true, right: 20, bottom: 20 });
  expect((await chat.launcher.textContent())?.trim()).toBe('Ask a question');
  await chat.launcher.click();
  await chat.say('how do I turn off triggers?');
  await chat.hear('Updated on');
  await picture(`page-${kind.replace(/\W+/g, '-')}`);
  expect(faults).toEqual([]);
});

it('an element in a shadow root asks what it says, too', async () => {
  const { page } = await visits.come();
  await serveSite(page, {
    '/': {
      body: `<!DOCTYPE html><html lang="en"><title>Shop</title><shop-help></shop-help>
        <script src="${visits.base()}/widget.js" async></script>
        <script>document.querySelector('shop-help').attachShadow({ mode: 'open' }).innerHTML =
          '<a href="/away" data-passerelle-ask="how do I turn off triggers?"><b>Triggers?</b></a>'</script></html>`,
    },
  });
  await page.goto(`${SHOP}/`);
  await chatFrame(page).launcher.waitFor();
  await page.getByText('Triggers?').click();
  await chatFrame(page).hear('Updated on');
  expect(page.url()).toBe(`${SHOP}/`);
});
