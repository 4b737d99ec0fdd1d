import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { writeKnowledge } from '../knowledge/articles/write-knowledge';
import { openTestOffice, type TestOffice, TOKEN } from '../operate/open-office';
import { openBrowser } from './browser';
import { type ChatFrame, openChat } from './chat-frame';

const article = (title: string, questions: readonly string[], body: string) =>
  `---\ntitle: ${title}\nquestions:\n${questions.map((each) => `  - ${each}\n`).join('')}updated: 2026-11-22\n---\n${body}\n`;

let folder: string;
let remove: () => void;
let office: TestOffice;
let browser: Browser;
let page: Page;
let chat: ChatFrame;
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
  const customer = await (await browser.newContext({ locale: 'en-US' })).newPage();
  chat = await openChat(customer, `${office.base}/widget/test?lng=en`);
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
  remove();
});

const QUESTION = 'the blinking thing went on strike';
const DONT_KNOW = /I don't know how to answer that/;
const ANSWER = 'Hold it for five seconds.';
/** The customer asks it in the chat that has been open all the time, and hears this for the n-th time. */
async function ask(answer: string | RegExp, times = 1): Promise<void> {
  await chat.say(QUESTION);
  await chat.log
    .getByText(answer)
    .nth(times - 1)
    .waitFor();
}
/** Waits until the server has noticed the file by itself, and learned what it says. */
async function learned(isAnswered: boolean): Promise<void> {
  const { understanding } = office.app.knowledgeService;
  while ((understanding.verdict(QUESTION, 'en').kind === 'answer') !== isAnswered) await page.waitForTimeout(50);
}
/** What the operator does, counted. */
const steps = { clicks: 0, typed: '' };
const click = async (role: 'link' | 'button', name: string) => {
  steps.clicks++;
  await page.getByRole(role, { name }).first().click();
};
const type = async (label: string, text: string) => {
  steps.typed += text;
  await page.getByLabel(label, { exact: true }).fill(text);
};
const violations = async (): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id))",
  );
};

test('an operator makes an unanswered question one that customers get the right answer to, with five clicks and a word', async () => {
  await ask(DONT_KNOW);
  await page.goto(`${office.base}/operate`);
  await page.getByLabel('Access token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await click('link', 'Unanswered');
  await click('link', QUESTION);
  await click('link', 'Teach an answer');
  expect(await page.getByLabel('Question, as a customer typed it').inputValue()).toBe(QUESTION);
  expect(await violations()).toEqual([]);
  await type('Article or check', 'router');
  await click('button', 'Show what changes');
  await page.getByText('→ router').waitFor();
  expect(await violations()).toEqual([]);
  await click('button', 'Keep it');
  await page.getByText('Kept. It is learned in a moment.').waitFor();
  expect(steps).toEqual({ clicks: 5, typed: 'router' });
  await learned(true);
  await ask(ANSWER);
  expect(readFileSync(join(folder, 'questions.jsonl'), 'utf8')).toContain(QUESTION);

  await click('button', 'Take it back');
  await learned(false);
  await ask(DONT_KNOW, 2);
  expect(existsSync(join(folder, 'questions.jsonl'))).toBe(false);
  expect(steps.clicks).toBe(6);
});
