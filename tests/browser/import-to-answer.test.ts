import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importSource } from '../../src/import/import-source';
import { readFolder } from '../../src/import/sources/read-folder';
import { openVisits } from './open-visits';

const [docs, into] = ['passerelle-docs-', 'passerelle-help-'].map((name) => mkdtempSync(join(tmpdir(), name)));
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Documentation as Docusaurus has it. */
const FILES: Readonly<Record<string, string | Buffer>> = {
  'docusaurus.config.js': "module.exports = { i18n: { defaultLocale: 'en' } };\n",
  'docs/bread/sourdough.mdx':
    "---\nsidebar_position: 2\ntitle: Feed a sourdough\n---\nimport Tabs from '@theme/Tabs';\n\n# Feed a sourdough\n\nFeed your sourdough every day, with as much flour as water.\n\n![A jar on the scales](./jar.png)\n\n:::warning\n\nNo hot water.\n\n:::\n\n1. Weigh the flour.\n2. Stir it in.\n",
  'docs/bread/jar.png': PIXEL,
  'docs/faq.md':
    '# Questions\n\n## Do you deliver on Sundays?\n\nYes, by bicycle.\n\n## Can I pay by card?\n\nYes, at the door.\n',
};

beforeAll(async () => {
  for (const [path, contents] of Object.entries(FILES)) {
    mkdirSync(dirname(join(docs ?? '', path)), { recursive: true });
    writeFileSync(join(docs ?? '', path), contents);
  }
  await importSource(readFolder(docs ?? ''), { into: into ?? '', dryRun: false, onProgress: () => undefined });
});
const visits = openVisits({ knowledgeFolder: into ?? '', practice: false });
afterAll(() => {
  for (const folder of [docs, into]) rmSync(folder ?? '', { recursive: true, force: true });
});

it('a customer of a help centre that was just imported gets the right answer in the widget, with its picture', async () => {
  const { page } = await visits.come({ locale: 'en-GB' });
  await page.goto(`${visits.base()}/widget/chat?lng=en`);
  const log = page.getByRole('log');
  await page.locator('#question').fill('feed a sourdough');
  await page.keyboard.press('Enter');
  await log.getByText('with as much flour as water').waitFor();
  const jar = log.getByRole('img', { name: 'A jar on the scales' });
  await jar.waitFor();
  expect(await page.evaluate('document.querySelector("[role=log] img").decode().then(() => "drawn")')).toBe('drawn');
  await page.locator('#question').fill('do you deliver on sundays');
  await page.keyboard.press('Enter');
  await log.getByText('Yes, by bicycle.').waitFor();
});
