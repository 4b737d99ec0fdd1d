// One language for four: the shipped deployment with its articles in one language, asked in the others. `npm run bench:across [--
// QUESTIONS.jsonl …]`. First with all that the deployment knows in the other languages besides (checks, topics, words of the trade), then with
// nothing but the articles.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { devQuestions, quantile, readQuestions, root, shared } from './knowledge-base.mjs';

const require = createRequire(import.meta.url);
const dist = process.env.DIST ?? `${root}dist`;
const { openKnowledgeService } = require(`${dist}/bot/knowledge/knowledge-service.js`);
const { evaluate } = require(`${dist}/commands/evaluate.js`);
const { understandTyped } = require(`${dist}/dialogs/routing/understand.js`);
const { readVectors } = require(`${dist}/bot/knowledge/read-vectors.js`);
const LANGUAGES = ['fr', 'en', 'de', 'es'];
const SHIPPED = `${root}deployments/teamwork-desk`;

const files = process.argv.slice(2);
const sets = new Map(
  files.length > 0
    ? files.map((file) => [basename(file), readQuestions(file)])
    : [
        ...(devQuestions()
          ? [
              ['dev.jsonl', devQuestions()],
              ['dev-2.jsonl', readQuestions(`${shared}/questions/dev-2.jsonl`)],
            ]
          : []),
        ...['questions', 'held-out', 'blind'].map((name) => [
          `${name}.jsonl`,
          readQuestions(`${root}tests/ranking/${name}.jsonl`),
        ]),
      ],
);
const percent = (share) => (share === null ? '–' : (100 * share).toFixed(1));

/** The shipped deployment, its articles in one language; `bare`: and nothing else of it. */
function write(folder, source, bare) {
  if (!bare) cpSync(SHIPPED, folder, { recursive: true });
  for (const language of readdirSync(SHIPPED, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  ))
    if (language !== source) rmSync(join(folder, language, 'articles'), { recursive: true, force: true });
  if (!bare) return;
  mkdirSync(join(folder, source), { recursive: true });
  cpSync(join(SHIPPED, source, 'articles'), join(folder, source, 'articles'), { recursive: true });
  writeFileSync(join(folder, 'deployment.yml'), `languages: [${LANGUAGES.join(', ')}]\n`);
}

await readVectors();
for (const bare of [false, true]) {
  const rows = [];
  for (const source of ['fr', 'en']) {
    const folder = mkdtempSync(join(tmpdir(), 'across-'));
    try {
      write(folder, source, bare);
      const { understanding } = await openKnowledgeService(folder);
      const judge = understandTyped(understanding);
      for (const [name, questions] of sets) {
        // Nothing but articles: checks are nothing that it could be asked for.
        const asked = questions.filter(
          ({ language, expect }) => language !== source && !(bare && expect.includes(':')),
        );
        for (const { text, language } of asked) judge.verdict(`${text} xyz`, language);
        const { hitAt1, hitAt3, byLanguage, outOfScope, confident, cases } = evaluate(asked, judge, () =>
          performance.now(),
        );
        const times = [];
        for (const { text, language } of asked) {
          const begin = performance.now();
          judge.verdict(text, language);
          times.push(performance.now() - begin);
        }
        rows.push({
          articles: source,
          questions: name,
          'hit@1': percent(hitAt1.overall),
          'hit@3': percent(hitAt3.overall),
          'articles @1': percent(hitAt1.articles),
          'articles @3': percent(hitAt3.articles),
          ...Object.fromEntries(LANGUAGES.map((language) => [language, percent(byLanguage[language]?.hitAt1 ?? null)])),
          'said as the answer': percent(confident.inScope),
          'out of scope': cases.filter(({ expect }) => expect === 'none').length,
          answered: percent(outOfScope.rate),
          offered: outOfScope.offered,
          'p50 ms': quantile(times, 0.5).toFixed(2),
          'p99 ms': quantile(times, 0.99).toFixed(1),
        });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  console.log(bare ? '\nArticles alone' : 'Articles in one language, the rest in four');
  console.table(rows);
}
