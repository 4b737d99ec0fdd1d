// What the widget weighs on a page and how quick it is, in Chromium against this server on this machine. With
// WEBCHAT=path/to/webchat.js (the full bundle of botframework-webchat) side by side with Microsoft's.
// Usage: npm run bench:widget
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const VISITS = 5;
const QUESTIONS = 25;

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
const base = `http://localhost:${port}`;
const data = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
const env = { ...process.env, PORT: String(port), DATA_DIR: data, PUBLIC_URL: base, LOG_LEVEL: 'warn' };
const server = spawn(process.execPath, ['dist/index.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
// A measurement that fails leaves no server behind.
process.on('exit', () => server.kill());
for (let i = 0; i < 100; i++) {
  if (
    await fetch(`${base}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
  )
    break;
  await new Promise((resolve) => setTimeout(resolve, 200));
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
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

const ready = [];
for (let i = 0; i < VISITS; i++) {
  const { context, page } = await visit();
  await page.goto(`${base}/widget/test?lng=fr`);
  const began = performance.now();
  await page.locator('button[aria-expanded]').click();
  await page.frameLocator('iframe').locator('#question:focus').waitFor();
  ready.push(performance.now() - began);
  await context.close();
}
console.log(`click to ready to type, cold: ${told(ready)}`);

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

if (process.env.WEBCHAT) {
  const times = [];
  for (let i = 0; i < VISITS; i++) {
    const { context, page } = await visit();
    // From memory, uncompressed: a network would only make its 3.9 MB slower.
    const body = await readFile(process.env.WEBCHAT);
    await page.route('**/webchat.js', (route) => route.fulfill({ body, contentType: 'text/javascript' }));
    await page.route('**/bench-page', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!DOCTYPE html><html lang="fr"><body><div id="webchat"></div>',
      }),
    );
    await page.goto(`${base}/bench-page`);
    const began = performance.now();
    await page.evaluate(`(async () => {
      const script = document.createElement('script');
      script.src = '/webchat.js';
      const loaded = new Promise((resolve) => { script.onload = resolve });
      document.body.append(script);
      const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      const { token } = await (await fetch('/widget/token', post)).json();
      await loaded;
      WebChat.renderWebChat({ locale: 'fr-FR', directLine: WebChat.createDirectLine({ token, domain: location.origin + '/v3/directline' }) },
        document.getElementById('webchat'));
    })()`);
    await page
      .locator('.webchat__send-box-text-box__input, [data-testid="send box text area"], input[type=text]')
      .first()
      .waitFor();
    times.push(performance.now() - began);
    await context.close();
  }
  console.log(
    `Web Chat, full bundle, to ready: ${told(times)}; ours is ${(at(times, 0.5) / at(ready, 0.5)).toFixed(1)} times as fast`,
  );
}

await browser.close();
server.kill('SIGTERM');
await new Promise((resolve) => server.once('exit', resolve));
await rm(data, { recursive: true, force: true });
