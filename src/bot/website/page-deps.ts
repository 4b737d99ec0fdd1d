import type { Words } from '../../dialogs/phrases/words.js';
import type { Article } from '../../knowledge/articles/article.js';

/** What the pages of the server are made from. */
export interface PageDeps {
  readonly languages: readonly string[];
  readonly team: string | undefined;
  readonly hasPractice: boolean;
  /** Origins whose pictures are shown. */
  readonly pictures: readonly string[];
  /** Where browsers find the server, without a slash at its end: `https://shop.example/bot`. */
  readonly site: string;
  /** Before the path of each of our own addresses: see {@link publicFolder}. */
  readonly folder: string;
  words(language: string): Words;
  /** In a language, or where it is missing in another. */
  find(id: string, language: string): Article | undefined;
  list(language: string): readonly Article[];
  /** Articles that answer a question, best first. */
  search(query: string, language: string): readonly Article[];
}
