// Draws the icons from their SVG, in the sizes that Teams asks for; run it after changing one: node teams/draw-icons.mjs
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import findBrowser from '../tests/browser/find-browser.cjs';

const SIZES = { color: 192, outline: 32 };
const folder = join(dirname(fileURLToPath(import.meta.url)), 'icons');
const browser = await chromium.launch({
  ...(await findBrowser()),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [name, size] of Object.entries(SIZES)) {
  const svg = await readFile(join(folder, `${name}.svg`), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0">${svg}`);
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
}
await browser.close();
