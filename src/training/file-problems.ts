import type { ContentProblem } from '../knowledge/articles/article.js';
import { readArticle } from '../knowledge/articles/read-article.js';
import { readIntents } from '../knowledge/articles/read-intents.js';

/** What keeps a file of a knowledge base from being read. @param path below the folder, with slashes */
export function fileProblems(path: string, text: string): readonly ContentProblem[] {
  const [language = '', kind, ...below] = path.split('/');
  if (kind !== 'articles' && kind !== 'intents.yml') return [];
  const read = kind === 'articles' ? readArticle(path, language, text, below.join('/')) : readIntents(path, text);
  return read.kind === 'broken' ? read.problems : [];
}
