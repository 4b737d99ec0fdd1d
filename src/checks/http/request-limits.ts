/** The numbers that the Desk client goes by, together; tests pass smaller ones. */
export interface RequestLimits {
  /** One GET with its retry, from the first byte out to the last byte in. Desk answers lists in 0.2 to 2 s. */
  readonly requestMs: number;
  /** One reading of an account with all its pages; a customer who waits longer is gone. */
  readonly readingMs: number;
  /** Before the one retry of a GET; the server's Retry-After takes its place, up to `longestRetryWaitMs`. */
  readonly retryWaitMs: number;
  readonly longestRetryWaitMs: number;
  /** Larger values are clamped to 100 by Desk itself. */
  readonly pageSize: number;
  /** 5,000 rows: beyond it something turns in circles, or this bot is the wrong tool. */
  readonly mostPages: number;
  /** A list that is changed twice while it is read is changed all the time: then nobody can tell, and that is said. */
  readonly mostPasses: number;
  /** A page of 100 inboxes with signatures and auto-replies stays well below. */
  readonly largestAnswerBytes: number;
  /** Used when a 429 says nothing about its end: the length of Desk's window. */
  readonly defaultBlockSeconds: number;
  /** A header that says more is not believed. */
  readonly longestBlockSeconds: number;
}

export const REQUEST_LIMITS: RequestLimits = {
  requestMs: 10_000,
  readingMs: 30_000,
  retryWaitMs: 300,
  longestRetryWaitMs: 2_000,
  pageSize: 100,
  mostPages: 50,
  mostPasses: 2,
  largestAnswerBytes: 8_000_000,
  defaultBlockSeconds: 60,
  longestBlockSeconds: 900,
};
