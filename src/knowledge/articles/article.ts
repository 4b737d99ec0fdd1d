/** The file's name without `.md`, after the folders that it stands in, if any; the same in every language. */
export type ArticleId = string;

/** One step of the guide. */
export interface ArticleStep {
  /** 1-based. */
  readonly number: number;
  /** Markdown: one action. */
  readonly text: string;
  /** Markdown, each to be read before the action. */
  readonly warnings: readonly string[];
}

/** What stands under a heading of its own. */
export interface ArticleSection {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** One article in one language, as its file says it. */
export interface Article {
  readonly id: ArticleId;
  readonly language: string;
  readonly title: string;
  /** How customers ask for it: the index learns from these. */
  readonly questions: readonly string[];
  /** Near misses that it does not answer. */
  readonly not: readonly string[];
  /** Other names that it goes by, such as that of its entry in a navigation. */
  readonly labels: readonly string[];
  /** The live check bound to it. */
  readonly check?: string | undefined;
  readonly video?: { readonly title: string; readonly url: string } | undefined;
  readonly source?: string | undefined;
  /** Addresses of it in languages that it is not here in, by language. */
  readonly translations?: Readonly<Record<string, string>> | undefined;
  readonly related: readonly ArticleId[];
  /** Where it belongs in its help centre, from the outside in. */
  readonly categories?: readonly string[] | undefined;
  /** Its place in lists, smallest first; those without one come behind. */
  readonly order?: number | undefined;
  /** Day of the last change, `YYYY-MM-DD`. */
  readonly updated?: string | undefined;
  /** Day on which its source was first seen to read otherwise than when it was written; no file says it. */
  readonly sourceChanged?: string | undefined;
  /** The question that stands among the welcome's examples, in this order (1 first). */
  readonly featured?: { readonly order: number; readonly question: string } | undefined;
  /** Markdown: the answer in short; of a page that begins with a heading the list of its headings. */
  readonly summary: string;
  readonly steps: readonly ArticleStep[];
  readonly sections: readonly ArticleSection[];
  /** The sections that the steps stand in (0 is the first), where they have headings of their own. */
  readonly stepsIn: readonly number[];
}

/** Something wrong in a file, named so that its author finds it. */
export interface ContentProblem {
  readonly file: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number | undefined;
  readonly message: string;
}

export type Loaded<T> =
  | { readonly kind: 'loaded'; readonly value: T }
  | { readonly kind: 'broken'; readonly problems: readonly ContentProblem[] };

/** `deployments/teamwork-desk/fr/articles/inbox.md:12: message`, as editors make it clickable. */
export function describeProblem({ file, line, message }: ContentProblem): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
}
