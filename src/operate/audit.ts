/** Something that an operator did. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Who. */
  readonly name: string;
  /** What: `sign-in`, `answer-case`, a word of the act. */
  readonly what: string;
  /** To what: the reference of a case, the id of an article. */
  readonly subject?: string | undefined;
}

/** What the team did on its page, for its admins. */
export interface Audit {
  note(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(most: number): Promise<readonly AuditEntry[]>;
}
