import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_DEPLOYMENT } from '../src/bot/config';
import { openKnowledgeService } from '../src/bot/knowledge/knowledge-service';
import { type Evaluation, evaluate } from '../src/commands/evaluate';
import { readQuestions } from '../src/commands/evaluate-file';
import { understandTyped } from '../src/dialogs/routing/understand';

/** Questions that are not in the knowledge base, written apart from it. The floors are what is reached, less a little. */
const sets = [
  { file: 'questions.jsonl', articles: 0.9, checks: 0.85, commands: 0.95, answered: 0.1 },
  { file: 'held-out.jsonl', articles: 0.92, checks: 0.9, commands: 0.92, answered: 0.08 },
  { file: 'blind.jsonl', articles: 0.85, checks: 0.76, commands: 0.9, answered: 0.12 },
  // Four fifths are near misses on purpose.
  { file: 'written-apart.jsonl', articles: 0.82, checks: 0.85, commands: 0.82, answered: 0.08 },
];

describe.each(sets)('$file', ({ file, articles, checks, commands, answered }) => {
  let result: Evaluation;
  beforeAll(async () => {
    const { understanding } = await openKnowledgeService(SHIPPED_DEPLOYMENT);
    const path = join(__dirname, 'ranking', file);
    result = evaluate(readQuestions(path, readFileSync(path, 'utf8')), understandTyped(understanding), () => 0);
  });

  it('holds at least 100 questions in four languages', () => {
    expect(result.total).toBeGreaterThanOrEqual(100);
    expect(Object.keys(result.byLanguage).sort()).toEqual(['de', 'en', 'es', 'fr']);
  });

  it('puts the right article, check and command first', () => {
    expect(result.hitAt1.articles).toBeGreaterThanOrEqual(articles);
    expect(result.hitAt1.checks).toBeGreaterThanOrEqual(checks);
    expect(result.hitAt1.commands).toBeGreaterThanOrEqual(commands);
  });

  it('refuses what is out of scope', () => {
    expect(result.outOfScope.rate).toBeLessThanOrEqual(answered);
  });
});
