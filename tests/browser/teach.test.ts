import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { startTalk } from '../converse';
import { writeKnowledge } from '../knowledge/articles/write-knowledge';
import { openTestOffice, type TestOffice, TOKEN } from '../operate/open-office';
import { openBrowser } from './browser';

const article = (title: string, questions: readonly string[], body: string) =>
  `---\ntitle: ${title}\nquestions:\n${questions.map((each) => `  - ${each}\n`).join('')}updated: 2026-11-22\n---\n${body}\n`;

let folder: string;
let remove: () => void;
let office: TestOffice;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  ({ folder, remove } = writeKnowledge({
    'en/articles/router.md': article(
      'Reset the router',
      ['how do I reset the router', 'the router hangs'],
      'Hold it for five seconds.',
    ),
    'en/articles/bill.md': article('Read the bill', ['how do I read my bill', 'explain the bill'], 'The total.'),
  }));
  office = await openTestOffice({ knowledgeFolder: folder });
  browser = await openBrowser();
  page = await (await browser.newContext({ locale: 'en-US' })).newPage();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
  remove();
});

const QUESTION = 'the blinking thing went on strike';
const answerTo = async (text: string) => (await startTalk(office.app, { locale: 'en-US' }).say(text)).text;
const violations = async (): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id))",
  );
};

test('an operator makes an unanswered question one that customers get the right answer to, with a few clicks', async () => {
  expect(await answerTo(QUESTION)).not.toContain('five seconds');
  await page.goto(`${office.base}/operate`);
  await page.getByLabel('Access token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Unanswered' }).first().click();
  await page.getByRole('link', { name: QUESTION }).click();
  await page.getByRole('link', { name: 'Teach an answer' }).click();
  expect(await page.getByLabel('Question, as a customer typed it').inputValue()).toBe(QUESTION);
  expect(await violations()).toEqual([]);
  await page.getByLabel('Article or check', { exact: true }).fill('router');
  await page.getByRole('button', { name: 'Show what changes' }).click();
  await page.getByText('→ router').waitFor();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Kept. It is learned in a moment.').waitFor();
  // Whoever asks a moment later gets the answer: the server has noticed the file by itself.
  let answer = await answerTo(QUESTION);
  while (!answer.includes('five seconds')) {
    await page.waitForTimeout(200);
    answer = await answerTo(QUESTION);
  }
  expect(readFileSync(join(folder, 'questions.jsonl'), 'utf8')).toContain(QUESTION);
});
