import { PRODUCT_FOLDER } from '../bot/config.js';
import { OperatorError } from '../bot/operator-error.js';
import { lintSentences } from '../dialogs/phrases/lint-sentences.js';
import { type ContentProblem, describeProblem } from '../knowledge/articles/article.js';
import { lintKnowledge } from '../knowledge/articles/lint-knowledge.js';
import { loadKnowledge } from '../knowledge/articles/load-knowledge.js';
import { print } from './print.js';

/** Checks the knowledge base (loading, content rules, parity of languages) and the sentences; exits with 1 on a finding. */
export async function lint(folder: string): Promise<void> {
  const knowledge = await loadKnowledge(folder, await loadKnowledge(PRODUCT_FOLDER));
  const folders = { product: PRODUCT_FOLDER, deployment: folder };
  const sentences: readonly ContentProblem[] = await lintSentences(folders, knowledge.languages);
  const problems = [...knowledge.problems, ...lintKnowledge(knowledge), ...sentences];
  for (const problem of problems) print(`${describeProblem(problem)}\n`);
  const { articles, languages, unread } = knowledge;
  if (articles.size === 0) {
    throw new OperatorError(`No article found in ${folder}. A knowledge base is laid out as <language>/articles/*.md.`);
  }
  if (unread.size > 0)
    print(
      `fields that nothing reads: ${[...unread].map(([name, files]) => `${name} (${files} ${files === 1 ? 'file' : 'files'})`).join(', ')}\n`,
    );
  print(
    `${articles.size} articles in ${languages.join(', ')}: ${problems.length === 0 ? 'nothing to mend' : `${problems.length} to mend`}\n`,
  );
  if (problems.length > 0) process.exitCode = 1;
}
