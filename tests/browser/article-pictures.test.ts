import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHOP, serveSite } from './foreign-site';
import { openVisits } from './open-visits';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-'));
const articles = join(folder, 'en', 'articles');
mkdirSync(articles, { recursive: true });
const article = (id: string, title: string, body: string) =>
  writeFileSync(
    join(articles, `${id}.md`),
    `---\ntitle: ${title}\nquestions:\n  - ${title}\nupdated: 2026-11-22\n---\n${body}\n`,
  );
article(
  'brakes',
  'Adjust the brakes',
  `Turn the screw. ![The screw](${SHOP}/screw.png) ![A pixel](http://evil.example/pixel.png) See [the chain](article:chain).`,
);
article('chain', 'Oil the chain', 'Use a drop of oil.');
const visits = openVisits({ knowledgeFolder: folder, webOrigins: [SHOP], practice: false });
afterAll(() => rmSync(folder, { recursive: true }));

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

it('shows pictures of the team’s own sites in the chat and on the page, and links to the other articles', async () => {
  const { page, context, picture } = await visits.come({ locale: 'en-GB' });
  const asked: string[] = [];
  await context.route('**/*.png', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: Buffer.from(PIXEL, 'base64'), contentType: 'image/png' });
  });
  await page.goto(`${visits.base()}/articles/en/brakes`);
  const onPage = page.getByRole('img', { name: 'The screw' });
  await onPage.waitFor();
  expect(await onPage.getAttribute('loading')).toBe('lazy');
  await page.getByText('A pixel').waitFor();
  await page.goto(`${visits.base()}/widget/chat?lng=en`);
  await page.locator('#question').fill('adjust the brakes');
  await page.keyboard.press('Enter');
  const inChat = page.getByRole('log').getByRole('img', { name: 'The screw' });
  await inChat.waitFor();
  expect(await inChat.getAttribute('loading')).toBe('lazy');
  await page.getByRole('log').getByText('A pixel').waitFor();
  await picture('article-picture');
  expect(new Set(asked)).toEqual(new Set([`${SHOP}/screw.png`]));
  const opened = context.waitForEvent('page');
  await page.getByRole('log').getByRole('link', { name: 'the chain' }).click();
  await (await opened).getByRole('heading', { name: 'Oil the chain' }).waitFor();
});

it('a file that is dropped or pasted opens nothing, and the customer is told that words are read', async () => {
  const { page } = await visits.come({ locale: 'en-GB' });
  await serveSite(page, {});
  await page.goto(`${visits.base()}/widget/chat?lng=en`);
  await page.locator('#question').fill('brakes');
  const give = (kind: 'drop' | 'paste') => `(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'screen.png', { type: 'image/png' }));
    const init = { bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data };
    const field = document.querySelector('#question');
    if ('${kind}' === 'paste') return field.dispatchEvent(new ClipboardEvent('paste', init));
    return field.dispatchEvent(new DragEvent('dragover', init)) || field.dispatchEvent(new DragEvent('drop', init));
  })()`;
  const words = page.getByRole('status').getByText('Only words are read here');
  for (const kind of ['drop', 'paste'] as const) {
    await page.reload();
    await page.locator('#question').waitFor();
    // False: the browser is kept from what it would do by itself.
    expect(await page.evaluate(give(kind))).toBe(false);
    await words.waitFor();
    expect(await page.locator('#question').inputValue()).toBe('brakes');
  }
});
