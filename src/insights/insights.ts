import type { Outcome, Refusal } from './logbook.js';

/** A question that got no answer, and nobody of the team has dealt with. */
export interface Unanswered {
  /** Rises with time. */
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly language: string;
  readonly channel: string | undefined;
  /** Secrets removed. */
  readonly text: string;
  readonly refusal: Refusal | undefined;
  /** The task, the topic or the product for which it was refused. */
  readonly task: string | undefined;
  /** What came nearest. */
  readonly intent: string | undefined;
  /** 0…1 */
  readonly confidence: number;
}

/** How many turns of one kind a day had. */
export interface DayCount {
  /** 2026-11-28, UTC. */
  readonly day: string;
  readonly language: string;
  readonly channel: string;
  readonly outcome: Outcome;
  /** Whether something was asked in words: only those are questions. */
  readonly isQuestion: boolean;
  readonly turns: number;
}

/** How many turns of a day took no longer than this, and longer than the bound before. */
export interface LatencyCount {
  readonly day: string;
  /** Milliseconds; Infinity for what took longer than all bounds. */
  readonly atMost: number;
  readonly turns: number;
}

/** What came of an article in a period. */
export interface ArticleUse {
  readonly article: string;
  readonly language: string;
  /** How often it was shown. */
  readonly shown: number;
  /** Questions that it answered, by what came of them. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly helpful: number;
  readonly unhelpful: number;
}

/** How often a look at accounts came out in one way. */
export interface FindingCount {
  readonly check: string;
  readonly kind: string;
  readonly looks: number;
}

/** An answer that did not help. */
export interface Unhelpful {
  readonly at: string;
  readonly article: string;
  readonly language: string;
  /** One of the offered reasons by its id, or the customer's words. */
  readonly reason: string | undefined;
}

/** From (inclusive) to (exclusive), ISO 8601, UTC. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What operators read of the logbook. */
export interface Insights {
  days(period: Period): Promise<{ readonly counts: readonly DayCount[]; readonly latencies: readonly LatencyCount[] }>;
  articles(period: Period): Promise<readonly ArticleUse[]>;
  findings(period: Period): Promise<readonly FindingCount[]>;
  /** Newest first. */
  unhelpful(period: Period, most: number): Promise<readonly Unhelpful[]>;
  /** How many unanswered questions there are, and the highest id among them (0: none). */
  unansweredState(): Promise<{ readonly count: number; readonly last: number }>;
  /** Their ids, oldest first. */
  unansweredIds(): Promise<readonly number[]>;
  /** Those after this id, oldest first. */
  unanswered(after: number, most: number): Promise<readonly Unanswered[]>;
  /** Questions by their ids, as far as they are kept; answered ones, too. */
  questions(ids: readonly number[]): Promise<readonly Unanswered[]>;
  /** The team has dealt with these: they are no longer among the unanswered. @param how a word for what was done */
  handle(ids: readonly number[], how: string): Promise<void>;
  /** They are again. */
  unhandle(ids: readonly number[]): Promise<void>;
}
