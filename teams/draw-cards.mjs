// Draws the cards of one conversation as Teams would, light and dark: npm run teams:pictures. Look at them after a change.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import findBrowser from '../tests/browser/find-browser.cjs';
import { hostConfig } from './host-config.mjs';

const require = createRequire(import.meta.url);
const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const { compose } = require('../dist/bot/compose.js');
const { readConfig } = require('../dist/bot/config.js');
const { openLog } = require('../dist/bot/log.js');
const { openSideDoor } = require('../dist/commands/open-side-door.js');

/** What the customer does: words, or the action of a button. */
const TALK = [
  { type: 'installationUpdate', action: 'add' },
  { text: 'comment désactiver les déclencheurs ?' },
  { value: { passerelle: { kind: 'steps', article: 'triggers', step: 2 } } },
  { value: { passerelle: { kind: 'all-steps', article: 'triggers' } } },
  { value: { passerelle: { kind: 'check', check: 'triggers' } } },
  { value: { passerelle: { kind: 'yes' } } },
  { value: { passerelle: { kind: 'practice' } } },
  { value: { passerelle: { kind: 'check', check: 'all' } } },
  { text: 'quel temps fait-il demain à Paris ?' },
  { value: { passerelle: { kind: 'help' } } },
];

/** Where the page believes that it finds the font. */
const SIGNS = 'https://signs.invalid';

const door = await openSideDoor();
const config = readConfig({ DATA_DIR: ':memory:', PUBLIC_URL: door.url });
const app = await compose(config, openLog('silent'));
door.lead(app);
const said = [];
for (const [i, activity] of TALK.entries()) {
  const whole = {
    type: 'message',
    id: `${i}`,
    channelId: 'msteams',
    locale: 'fr-FR',
    from: { id: 'customer' },
    recipient: { id: 'bot' },
    conversation: { id: 'pictures', conversationType: 'personal' },
    ...activity,
  };
  await app.adapter.processLocal(whole, async (reply) => void said.push(reply), app.logic);
}
await door.close();
await app.close();

const libraries = ['adaptivecards/dist/adaptivecards.min.js', 'marked/lib/marked.umd.js'].map((file) =>
  readFile(join(home, 'node_modules', file), 'utf8'),
);
const browser = await chromium.launch({
  ...(await findBrowser()),
  args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text'],
});
for (const theme of ['light', 'dark']) {
  const page = await browser.newPage({ viewport: { width: 1240, height: 800 } });
  await page.setContent('<main></main>');
  for (const library of await Promise.all(libraries)) await page.addScriptTag({ content: library });
  await page.addStyleTag({ path: join(home, 'teams', 'cards.css') });
  await serveSigns(page);
  await page.evaluate(draw, { said, theme, config: hostConfig(theme) });
  const missing = await page.evaluate(signsWithoutFont);
  if (missing.length > 0) throw new Error(`No font has ${missing.join(' ')}: the picture would show boxes.`);
  const path = join(home, 'docs', 'pictures', `teams-${theme}.png`);
  await page.screenshot({ path, fullPage: true });
  console.log(path);
}
await browser.close();

/**
 * A bare machine has no font with the signs of our cards (✅ ❔ ⚠️); Teams brings its own, in colour, which not every Chromium
 * draws.
 */
async function serveSigns(page) {
  const folder = dirname(require.resolve('@fontsource/noto-emoji/700.css'));
  await page.route(`${SIGNS}/**`, (route) => {
    const path = join(folder, new URL(route.request().url()).pathname);
    return route.fulfill({ path, headers: { 'access-control-allow-origin': '*' } });
  });
  await page.addStyleTag({ url: `${SIGNS}/700.css` });
  // Before anything is drawn: Chromium remembers the box that it drew for a sign.
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
}

/** Runs in the page: the signs that stand in it and that the font of the signs does not draw. */
async function signsWithoutFont() {
  await document.fonts.ready;
  const signs = [...new Set(document.body.innerText.match(/\p{Emoji_Presentation}|\p{Emoji}\uFE0F/gu))];
  const loaded = await Promise.all(signs.map((sign) => document.fonts.load('16px "Noto Emoji"', sign)));
  return signs.filter((_, i) => loaded[i].length === 0);
}

/** Runs in the page. */
function draw({ said, theme, config }) {
  const { AdaptiveCards, marked } = globalThis;
  document.body.className = theme;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = marked.parse(text);
    result.didProcess = true;
  };
  const main = document.querySelector('main');
  for (const { text, attachments, suggestedActions } of said) {
    const message = document.createElement('section');
    if (text) message.innerHTML = marked.parse(text);
    for (const { content } of attachments ?? []) {
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = new AdaptiveCards.HostConfig(config);
      card.parse(content);
      message.className = 'card';
      message.append(card.render());
      // The library lays buttons out in one line; Teams begins another.
      for (const set of message.querySelectorAll('.ac-actionSet')) set.style.flexWrap = 'wrap';
    }
    main.append(message);
    for (const { title } of suggestedActions?.actions ?? []) {
      const chip = document.createElement('button');
      chip.textContent = title;
      chip.className = 'chip';
      message.append(chip);
    }
  }
}
