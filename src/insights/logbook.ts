/** What was asked and what came of it, for the operators. The text comes with secrets removed. */
export interface LogEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly conversation: string;
  readonly language: string;
  readonly text: string;
  readonly verdict: 'answer' | 'choose' | 'nearest' | 'unknown';
  readonly intent?: string;
  /** 0…1 */
  readonly confidence: number;
}

/** Where the bot notes for the operators; nothing in it is read by the dialogs. */
export interface Logbook {
  /** Keeps a question, also the same one again. */
  note(entry: LogEntry): Promise<void>;
  /** What a customer said of an article; `reason` when it did not help. */
  rate(rating: Rating): Promise<void>;
}

/** What a customer said of an article. */
export interface Rating {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `channel|conversation` */
  readonly conversation: string;
  /** Its id. */
  readonly article: string;
  readonly language: string;
  readonly helpful: boolean;
  /** One of the offered reasons by its id, or the customer's words with secrets removed. */
  readonly reason?: string;
}
