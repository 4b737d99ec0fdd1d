// Draws the pictures of docs/operating-content.md: four weeks of questions, asked of the built app one after the other on a clock of
// its own, as the team then sees them. Look at them before you keep them.
// Usage: npm run pictures:operate
import { compose } from '../dist/bot/compose.js';
import { readConfig } from '../dist/bot/config.js';
import { openLog } from '../dist/bot/log.js';
import { createServer } from '../dist/bot/server.js';
import { freePort, openBrowser } from './built-server.mjs';

const TOKEN = 'a-token-of-32-letters-for-pictures-alone';
const DAY = 24 * 60 * 60 * 1000;
const LAST = Date.parse('2026-11-23T10:00:00Z');
/** By language, the most frequent first. */
const ASKED = [
  ['en-GB', 'how do I turn off triggers?'],
  ['fr-FR', 'où trouver ma clé api ?'],
  ['en-GB', 'how do I stop the robot that writes to my clients'],
  ['de-DE', 'wie füge ich einen Agenten hinzu?'],
  ['en-GB', 'the robot writes to my clients again'],
  ['es-ES', '¿cómo creo un campo personalizado?'],
  ['en-GB', 'where is my api key?'],
  ['en-GB', 'stop the robot writing to clients please'],
  ['fr-FR', 'combien coûte la migration ?'],
  ['en-GB', 'can you fax my invoice?'],
];

let time = LAST;
const port = await freePort();
const base = `http://localhost:${port}`;
const config = readConfig({ PORT: String(port), PUBLIC_URL: base, OPERATORS_TOKEN: TOKEN, TEAM_NAME: 'Acme' });
const app = await compose({ ...config, dataFolder: ':memory:' }, openLog('error'), { now: () => new Date(time) });
const server = createServer(app);
await server.listen(port);

let said = 0;
/** What a customer says, one line after the other; resolves when all is answered. */
async function talk(locale, ...lines) {
  const conversation = { id: `picture-${said}` };
  for (const text of lines) {
    const from = { id: conversation.id, name: 'Ana', role: 'user' };
    const activity = {
      type: 'message',
      id: `said-${said++}`,
      text,
      locale,
      from,
      conversation,
      recipient: { id: 'bot' },
    };
    const body = JSON.stringify({ ...activity, channelId: 'emulator', deliveryMode: 'expectReplies' });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${base}/api/messages`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`${text}: HTTP ${response.status}`);
  }
}
for (let day = 27; day >= 0; day--) {
  time = LAST - day * DAY;
  const questions = 4 + ((day * 7) % 5) + (day % 7 === 0 ? 3 : 0);
  for (let n = 0; n < questions; n++) await talk(...ASKED[(n * (1 + (day % 3)) + day) % ASKED.length]);
  if (day % 4 === 0)
    await talk(
      'en-GB',
      'how do I turn off triggers?',
      'I want to talk to a person',
      'Ana Ruiz',
      'ana@example.org',
      'send it',
    );
}
const [{ reference }] = await app.cases();

const browser = await openBrowser();
const page = await (await browser.newContext({ locale: 'en-US', viewport: { width: 1100, height: 800 } })).newPage();
const draw = (name) => page.screenshot({ path: `docs/pictures/${name}.png` });
await page.goto(`${base}/operate`);
await page.getByLabel('Access token').fill(TOKEN);
await page.keyboard.press('Enter');
await page.locator('.chart canvas').first().waitFor();
await draw('operate');
await page.getByRole('link', { name: 'Unanswered' }).click();
await page.getByRole('heading', { level: 1, name: 'Unanswered' }).waitFor();
await draw('operate-unanswered');
await page.getByRole('link', { name: /robot/ }).first().click();
await page.getByRole('link', { name: 'Teach an answer' }).click();
await page.getByLabel('Article or check', { exact: true }).fill('triggers');
await page.getByRole('button', { name: 'Show what changes' }).click({ timeout: 120_000 });
await page.getByRole('button', { name: 'Keep it' }).waitFor({ timeout: 120_000 });
await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
await draw('operate-teach');
await page.goto(`${base}/operate/cases/${reference}`);
await draw('operate-case');

await browser.close();
await server.stop();
