/** One page as its source has it, before it becomes articles. */
export interface SourcePage {
  /** What the source calls it, the same at every import: a path below the folder, an address, a number of the API. */
  readonly key: string;
  /** Where it belongs, without language and ending: `emails/gmail`. The id is made from it. */
  readonly path: string;
  /** Nothing when the source does not say. */
  readonly language?: string | undefined;
  readonly title?: string | undefined;
  /** The page in a sentence; the answer in short when the page itself begins with none. */
  readonly description?: string | undefined;
  readonly format: 'markdown' | 'mdx' | 'html';
  readonly text: string;
  /** The line of the file on which `text` begins, 1-based. */
  readonly firstLine?: number | undefined;
  /** From the outside in. */
  readonly categories: readonly string[];
  /** Its place among the pages of its language, smallest first; nothing when the source has no order. */
  readonly order?: number | undefined;
  /** Where the public reads it. */
  readonly address?: string | undefined;
  /** How other pages of the source link to it: paths below the source, permalinks, old addresses. */
  readonly aliases: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly updated?: string | undefined;
  /** Other wordings of its title, as the page gives them. */
  readonly questions?: readonly string[] | undefined;
  readonly video?: { readonly title: string; readonly url: string } | undefined;
}

/** Something that does not arrive as it was, and why. */
export interface ImportNote {
  /** {@link SourcePage.key}, or the source itself. */
  readonly key: string;
  /** 1-based. */
  readonly line?: number | undefined;
  /** `dropped`: no text of an article; `changed`: it is there in another form; `failed`: it should have arrived. */
  readonly kind: 'dropped' | 'changed' | 'failed';
  /** What and why, in one sentence. */
  readonly message: string;
}

/** What a source yields, one after the other. */
export type SourceItem =
  | { readonly kind: 'page'; readonly page: SourcePage }
  | { readonly kind: 'note'; readonly note: ImportNote };

/** Takes a note about the page that is being read. */
export type TakeNote = (kind: ImportNote['kind'], message: string, line?: number) => void;
