// Draws the pictures of the README from the built server, as a customer sees it. Look at them before you keep them.
// Usage: npm run pictures
import { openBrowser, openBuiltServer } from './built-server.mjs';

const { base, stop } = await openBuiltServer();
const browser = await openBrowser();

/** Opens the chat on the help centre; `ask` types a question, `click` takes the newest button that says so. */
async function visit(language, options) {
  const page = await (await browser.newContext({ locale: language, ...options })).newPage();
  await page.goto(`${base}/?lng=${language}`);
  await page.locator('button[aria-expanded]').click();
  const chat = page.frameLocator('iframe');
  await chat.locator('.choices button').first().waitFor();
  const ask = async (question) => {
    await chat.locator('#question').fill(question);
    await chat.locator('#question').press('Enter');
  };
  const click = (name) => chat.getByRole('log').getByRole('button', { name }).last().click();
  const draw = async (file) => {
    await page.mouse.move(1, 1);
    // Until what slides in has come to rest.
    await page.waitForTimeout(500);
    await page.screenshot({ path: `docs/pictures/${file}` });
  };
  return { chat, ask, click, draw };
}

{
  const { chat, ask, draw } = await visit('fr', { viewport: { width: 1100, height: 800 } });
  await ask('coment je coupe les declencheurs');
  await chat.locator('.foot').waitFor();
  await draw('widget.png');
}
{
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
  const { chat, ask, click, draw } = await visit('en', { ...phone, colorScheme: 'dark' });
  await ask('am I ready for the migration?');
  await click('Yes, go ahead');
  await click('Try with the practice account');
  await chat.locator('.report').waitFor();
  await chat
    .locator('.report')
    .evaluate(new Function('card', 'card.closest(".log").scrollTop = card.parentElement.offsetTop - 80'));
  await draw('check.png');
}

await browser.close();
await stop();
