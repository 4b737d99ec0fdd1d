/** One article as it will be written. */
export interface Draft {
  /** The page that it comes from, and the part of it when the page was split: `faq#how-do-i-pay`. */
  readonly key: string;
  /** Below `<language>/articles/`, without ending: `emails/gmail`, whose id is `emails-gmail`. */
  readonly id: string;
  readonly language: string;
  readonly title: string;
  /** Other wordings of the title. */
  readonly questions: readonly string[];
  readonly categories: readonly string[];
  /** Its place among the articles of its language, from 1; nothing when the source has no order. */
  readonly order?: number | undefined;
  readonly source?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly updated?: string | undefined;
  readonly video?: { readonly title: string; readonly url: string } | undefined;
  /** Markdown. */
  readonly body: string;
}
