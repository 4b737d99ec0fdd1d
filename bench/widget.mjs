// What the widget weighs on a page and how quick it is, in Chromium against this server on this machine. With
// WEBCHAT=path/to/webchat.js (the full bundle of botframework-webchat) side by side with Microsoft's.
// Usage: npm run bench:widget
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser, openBuiltServer } from './built-server.mjs';

const VISITS = 11;
const QUESTIONS = 25;

const { base, stop } = await openBuiltServer();
const browser = await openBrowser();
const at = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const told = (values) =>
  `median ${at(values, 0.5).toFixed(0)} ms, p95 ${at(values, 0.95).toFixed(0)} ms (n ${values.length})`;

/** A page of a site with nothing on it but the launcher. */
async function visit() {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  return { context, page };
}

for (const file of ['widget.js', 'chat.js', 'chat.css', 'cards.js']) {
  const bytes = await readFile(join('dist', 'widget', file));
  console.log(`${file.padEnd(10)} ${(gzipSync(bytes, { level: 9 }).length / 1000).toFixed(1)} kB gzip`);
}

{
  const { context, page } = await visit();
  const requests = [];
  page.on('request', (request) => requests.push(request.url().replace(base, '')));
  await page.addInitScript(`window.shift = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value }).observe({ type: 'layout-shift', buffered: true });`);
  const client = await context.newCDPSession(page);
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await page.goto(`${base}/widget/test?lng=fr`);
  await page.locator('button[aria-expanded]').waitFor();
  await page.waitForTimeout(500);
  const done = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await done;
  const script = events.filter(
    ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith('/widget.js'),
  );
  console.log('before the first click:', requests.join(', '), `· layout shift ${await page.evaluate('shift')}`);
  console.log(
    `main thread for the launcher: ${(script.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000).toFixed(1)} ms`,
  );
  await context.close();
}

/** Put into every page and frame: when a press began, and when there is a field to type in. */
const WATCH = `{
  const now = () => performance.timeOrigin + performance.now();
  addEventListener('pointerdown', () => { window.pressedAt = now() }, true);
  // Ours has the focus too; Web Chat leaves the customer to click.
  addEventListener('focusin', ({ target }) => { if (target.id === 'question') window.focusedAt = now() });
  const found = () => document.querySelector('#question, .webchat__send-box-text-box__input, [data-testid="send box text area"]');
  const look = () => {
    const field = found();
    if (!field || field.disabled || field.readOnly) return;
    observer.disconnect();
    const painted = new MessageChannel();
    painted.port1.onmessage = () => { window.paintedAt = now() };
    requestAnimationFrame(() => painted.port2.postMessage(''));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}`;

/** From the press on the launcher to a field that takes letters, in a browser that has never been here. */
async function oursReady() {
  const { context, page } = await visit();
  await page.addInitScript(WATCH);
  await page.goto(`${base}/widget/test?lng=fr`);
  await page.locator('button[aria-expanded]').click();
  await page.frameLocator('iframe').locator('#question:focus').waitFor();
  const chat = page.frames()[1];
  await chat.waitForFunction('window.paintedAt');
  const [pressed, ready] = [await page.evaluate('pressedAt'), await chat.evaluate('Math.max(focusedAt, paintedAt)')];
  await context.close();
  return ready - pressed;
}

/** The same of Microsoft's Web Chat on a page that fetches its bundle and a token at once. */
async function webChatReady(body) {
  const { context, page } = await visit();
  await page.addInitScript(WATCH);
  // From memory, uncompressed: a network would only make its 3.9 MB slower.
  await page.route('**/webchat.js', (route) => route.fulfill({ body, contentType: 'text/javascript' }));
  await page.route('**/bench-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!DOCTYPE html><html lang="fr"><body><button>Chat</button><div id="webchat"></div>',
    }),
  );
  await page.goto(`${base}/bench-page`);
  await page.evaluate(`document.querySelector('button').onclick = async () => {
    const script = document.createElement('script');
    script.src = '/webchat.js';
    const loaded = new Promise((resolve) => { script.onload = resolve });
    document.body.append(script);
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const { token } = await (await fetch('/widget/token', post)).json();
    await loaded;
    WebChat.renderWebChat({ locale: 'fr-FR', directLine: WebChat.createDirectLine({ token, domain: location.origin + '/v3/directline' }) },
      document.getElementById('webchat'));
  }`);
  await page.locator('button').click();
  await page.waitForFunction('window.paintedAt');
  const took = await page.evaluate('paintedAt - pressedAt');
  await context.close();
  return took;
}

{
  const webChat = process.env.WEBCHAT && (await readFile(process.env.WEBCHAT));
  const [ours, theirs] = [[], []];
  // Turn and turn about: whatever else the machine does, it does to both.
  for (let i = 0; i < VISITS; i++) {
    ours.push(await oursReady());
    if (webChat) theirs.push(await webChatReady(webChat));
  }
  console.log(`press to ready to type, cold: ${told(ours)}`);
  if (webChat) {
    const times = (at(theirs, 0.5) / at(ours, 0.5)).toFixed(1);
    console.log(`Web Chat, full bundle, the same: ${told(theirs)}; ours is ${times} times as fast`);
  }
}

{
  const answered = [];
  const { context, page } = await visit();
  await page.goto(`${base}/widget/test?lng=fr`);
  await page.locator('button[aria-expanded]').click();
  const frame = page.frameLocator('iframe');
  await frame.locator('.choices button').first().waitFor();
  const chat = page.frames()[1];
  const ask = (question) =>
    chat.evaluate(`new Promise((resolve) => {
      const field = document.querySelector('#question');
      const before = document.querySelectorAll('.foot').length;
      field.value = ${JSON.stringify(question)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
      setTimeout(() => {
        const began = performance.now();
        new MutationObserver((_, observer) => {
          if (document.querySelectorAll('.foot').length === before) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - began));
        }).observe(document.querySelector('[role=log]'), { childList: true, subtree: true });
        field.form.requestSubmit();
      }, 30);
    })`);
  for (let i = 0; i < QUESTIONS; i++) {
    answered.push(await ask(i % 2 ? 'comment désactiver les déclencheurs ?' : 'où trouver ma clé api ?'));
    await page.waitForTimeout(600);
  }
  console.log(`question to answer drawn: ${told(answered)}`);
  await context.close();
}

await browser.close();
await stop();
