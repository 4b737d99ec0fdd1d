/** What becomes of one file of a knowledge base. */
export interface FileChange {
  /** Below the folder, with slashes: `<lng>/articles/<id>.md`. */
  readonly path: string;
  /** Nothing when there was no file. */
  readonly before: string | undefined;
  /** Nothing when there is none afterwards. */
  readonly after: string | undefined;
}
