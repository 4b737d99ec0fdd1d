import type { Article } from '../knowledge/articles/article.js';

/** The articles, and what the bot calls the intents when it offers them. */
export interface ArticleLibrary {
  readonly languages: readonly string[];
  find(article: string, language: string): Article | undefined;
  /** Every article in a language, in the order in which the topics are listed. */
  list(language: string): readonly Article[];
  /** An article's title, a check's or a command's label. */
  titleOf(intent: string, language: string): string | undefined;
  /** What the knowledge base is about, as a customer would name it. */
  readonly product: string | undefined;
}
