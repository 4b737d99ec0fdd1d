import { type ContentProblem, describeProblem } from '../knowledge/articles/article.js';
import { extendIntents, NO_INTENTS } from '../knowledge/articles/extend-intents.js';
import type { Knowledge } from '../knowledge/articles/load-knowledge.js';
import { readArticle } from '../knowledge/articles/read-article.js';
import { readIntents } from '../knowledge/articles/read-intents.js';
import type { FileChange } from './file-change.js';

/**
 * A knowledge base as it would be with other files, without a file being written.
 * @param product what the folder inherits
 * @throws when a file cannot be read: changes are validated before
 */
export function knowledgeWith(
  knowledge: Knowledge,
  product: Pick<Knowledge, 'intents'>,
  changes: readonly FileChange[],
): Knowledge {
  const articles = new Map([...knowledge.articles].map(([id, versions]) => [id, new Map(versions)]));
  const intents = new Map(knowledge.intents);
  for (const { path, after } of changes) {
    const [language = '', kind = '', ...below] = path.split('/');
    if (after === undefined || !knowledge.languages.includes(language)) continue;
    if (kind === 'articles') {
      const read = readArticle(path, language, after, below.join('/'));
      if (read.kind === 'broken') throw broken(read.problems);
      const { article } = read.value;
      articles.set(article.id, (articles.get(article.id) ?? new Map()).set(language, article));
    }
    if (kind === 'intents.yml') {
      const read = readIntents(path, after);
      if (read.kind === 'broken') throw broken(read.problems);
      const inherited = { ...(product.intents.get(language) ?? NO_INTENTS), checks: {} };
      const { intents: all } = extendIntents(inherited, read.value);
      intents.set(language, knowledge.checks === undefined ? { ...all, checks: {} } : all);
    }
  }
  return { ...knowledge, articles, intents };
}

const broken = (problems: readonly ContentProblem[]) => new Error(problems.map(describeProblem).join('\n'));
