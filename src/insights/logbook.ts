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

export interface Logbook {
  note(entry: LogEntry): Promise<void>;
  /** What a customer said of an article; `reason` when it did not help. */
  rate(rating: Rating): Promise<void>;
}

export interface Rating {
  readonly at: string;
  readonly conversation: string;
  readonly article: string;
  readonly language: string;
  readonly helpful: boolean;
  readonly reason?: string;
}
