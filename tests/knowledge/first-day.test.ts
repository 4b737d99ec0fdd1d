import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT_FOLDER } from '../../src/bot/config';
import { type Evaluation, evaluate } from '../../src/commands/evaluate';
import { readQuestions } from '../../src/commands/evaluate-file';
import { intentsOf } from '../../src/knowledge/articles/intents-of';
import { loadKnowledge } from '../../src/knowledge/articles/load-knowledge';
import { openIndex, openIndexInSlices } from '../../src/knowledge/understanding/open-index';
import type { Verdict } from '../../src/knowledge/understanding/verdict';
import { isHit } from '../../src/training/is-hit';

/** The help centre of a music school: titles, headings and text, and not one example of how customers ask. */
const FOLDER = join(__dirname, 'first-day');

let result: Evaluation;
let judge: (text: string, language: string) => Verdict;
/** Shares of the questions that are answered without a doubt, by what may be answered in vain. */
const answered: Record<number, number> = {};
beforeAll(async () => {
  const knowledge = await loadKnowledge(FOLDER, await loadKnowledge(PRODUCT_FOLDER));
  const vocabulary = Object.fromEntries(knowledge.vocabulary);
  const index = await openIndexInSlices(intentsOf(knowledge), async () => undefined, { vocabulary });
  const file = join(FOLDER, 'questions.jsonl');
  const questions = readQuestions(file, readFileSync(file, 'utf8'));
  judge = (text, language) => index.judge(text, { language });
  result = evaluate(questions, { verdict: judge }, () => 0);
  for (const falseAnswerBudget of [0.005, 0.2]) {
    const strict = openIndex(intentsOf(knowledge), { vocabulary, falseAnswerBudget });
    const said = questions.filter(({ text, language }) => strict.judge(text, { language }).kind === 'answer');
    answered[falseAnswerBudget] = said.length / questions.length;
  }
}, 120_000);

// The floors are what is reached, less a little (docs/understanding.md, "The first day").
it('shows most customers the page that answers them, as the answer, the first choice or the nearest guide', () => {
  expect(result.hitAt1.articles).toBeGreaterThanOrEqual(0.75);
  for (const { hitAt1 } of Object.values(result.byLanguage)) expect(hitAt1).toBeGreaterThanOrEqual(0.7);
});

it('is right where it answers without a doubt, and answers often enough', () => {
  expect(result.confident.right).toBeGreaterThanOrEqual(0.85);
  expect(result.confident.inScope).toBeGreaterThanOrEqual(0.6);
});

it('answers the more, the more may be answered in vain', () => {
  expect(answered[0.2]).toBeGreaterThan((answered[0.005] ?? 1) + 0.2);
});

it('answers hardly anything that its pages say nothing about', () => {
  expect(result.outOfScope.rate).toBeLessThanOrEqual(0.08);
});

it('takes no question for a command: "cancel my subscription" is none', () => {
  const articles = new Set(result.cases.map(({ expect: id }) => id));
  const taken = result.cases.filter((one) => one.verdict === 'answer' && !isHit(one) && !articles.has(one.got ?? ''));
  expect(taken.map(({ text, got }) => [text, got])).toEqual([]);
});

it.each([
  ['payer en plusieurs fois', 'fr', 'billing-payment', 1],
  ['liste d’attente', 'fr', 'booking-lessons', 1],
  ['where to park', 'en', 'faq', 0],
])('answers "%s" with the section that answers it', (text, language, intent, section) => {
  expect(judge(text, language)).toMatchObject({ intent, section });
});

it('answers with the whole page what its title says', () => {
  expect(judge('annuler un cours', 'fr')).toMatchObject({ kind: 'answer', intent: 'booking-cancel' });
  expect(judge('annuler un cours', 'fr')).not.toHaveProperty('section');
});
