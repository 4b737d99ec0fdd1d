import { PRODUCT_FOLDER } from '../bot/config.js';
import { OperatorError } from '../bot/operator-error.js';
import { lintSentences } from '../dialogs/phrases/lint-sentences.js';
import { describeProblem } from '../knowledge/articles/article.js';
import { lintKnowledge } from '../knowledge/articles/lint-knowledge.js';
import { loadKnowledge } from '../knowledge/articles/load-knowledge.js';
import { adviceLines } from './advice-lines.js';
import { lintChecks } from './lint-checks.js';
import { lintTranslations } from './lint-translations.js';
import { placeFindings } from './place-findings.js';
import { print } from './print.js';

/** What `passerelle lint` is called with. */
export interface LintOptions {
  /** Whether advice counts like an error. */
  readonly isStrict: boolean;
  /** Whether each piece of advice is said for each file. */
  readonly all: boolean;
}

/**
 * Checks the knowledge base (loading, content rules, parity of languages) and the sentences. Errors are named with file and
 * line; advice, which a help centre that was just imported is full of, is summed up. Ends with 1 on an error.
 */
export async function lint(folder: string, { isStrict, all }: LintOptions): Promise<void> {
  const knowledge = await loadKnowledge(folder, await loadKnowledge(PRODUCT_FOLDER));
  const folders = { product: PRODUCT_FOLDER, deployment: folder };
  const sentences = await lintSentences(folders, knowledge.languages);
  const checks = await lintChecks(folder, knowledge);
  const translations = await lintTranslations(folder, knowledge.languages);
  const found = [...(await placeFindings(folder, lintKnowledge(knowledge))), ...translations];
  const errors = [...knowledge.problems, ...found.filter(({ isAdvice }) => !isAdvice), ...sentences, ...checks];
  const advice = found.filter(({ isAdvice }) => isAdvice);
  for (const problem of errors) print(`${describeProblem(problem)}\n`);
  if (advice.length > 0) print(`Advice, none of which keeps it from working:\n`);
  for (const line of adviceLines(advice, all || isStrict)) print(`  ${line}\n`);
  const { articles, languages, unread } = knowledge;
  if (articles.size === 0) {
    throw new OperatorError(`No article found in ${folder}. A knowledge base is laid out as <language>/articles/*.md.`);
  }
  if (unread.size > 0)
    print(
      `fields that nothing reads: ${[...unread].map(([name, files]) => `${name} (${files} ${files === 1 ? 'file' : 'files'})`).join(', ')}\n`,
    );
  const outcome = [
    ...(errors.length > 0 ? [`${errors.length} to mend`] : []),
    ...(advice.length > 0 ? [`${advice.length} pieces of advice`] : []),
  ];
  print(`${articles.size} articles in ${languages.join(', ')}: ${outcome.join(', ') || 'nothing to mend'}\n`);
  if (errors.length > 0 || (isStrict && advice.length > 0)) process.exitCode = 1;
}
