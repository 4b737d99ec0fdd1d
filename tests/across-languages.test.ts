import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../src/bot/compose';
import { SHIPPED_DEPLOYMENT } from '../src/bot/config';
import { evaluate } from '../src/commands/evaluate';
import { readQuestions } from '../src/commands/evaluate-file';
import { understandTyped } from '../src/dialogs/routing/understand';
import { openTestApp } from './converse';
import { hesitateOn } from './hesitate-on';
import { holdTalk, readConversations } from './hold-talk';

/** The shipped deployment, its articles in French only; one of them is to be had in Spanish elsewhere. */
const folder = mkdtempSync(join(tmpdir(), 'passerelle-french-'));
let app: App;
let unsure: ReturnType<typeof hesitateOn>;
beforeAll(async () => {
  cpSync(SHIPPED_DEPLOYMENT, folder, { recursive: true });
  for (const language of ['en', 'de', 'es']) rmSync(join(folder, language, 'articles'), { recursive: true });
  const inbox = join(folder, 'fr', 'articles', 'inbox.md');
  const text = readFileSync(inbox, 'utf8');
  writeFileSync(inbox, text.replace('---\n', '---\ntranslations: { es: https://help.example.com/es/bandejas }\n'));
  app = await openTestApp({ knowledgeFolder: folder });
  unsure = hesitateOn(app);
}, 120_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

describe.each(readConversations(join(__dirname, 'conversations', 'across')))('$file', ({ talks }) => {
  test.each(talks)('$title', async (talk) => {
    await holdTalk(app, talk, { unsure });
  });
});

/** The floors are what is reached, less a little. */
test.each([
  { file: 'questions.jsonl', first: 0.76, shown: 0.84 },
  { file: 'held-out.jsonl', first: 0.79, shown: 0.88 },
  { file: 'blind.jsonl', first: 0.73, shown: 0.85 },
])('$file in English, German and Spanish finds the French guides', ({ file, first, shown }) => {
  const path = join(__dirname, 'ranking', file);
  const foreign = readQuestions(path, readFileSync(path, 'utf8')).filter(({ language }) => language !== 'fr');
  const { hitAt1, hitAt3, outOfScope } = evaluate(
    foreign,
    understandTyped(app.knowledgeService.understanding),
    () => 0,
  );
  expect(hitAt1.articles).toBeGreaterThanOrEqual(first);
  expect(hitAt3.articles).toBeGreaterThanOrEqual(shown);
  expect(outOfScope.rate).toBeLessThanOrEqual(0.08);
});
