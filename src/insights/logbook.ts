/**
 * What came of a turn, each by its own evidence and never one for another: `verified` – a new look at the account found in
 * order what was not; `confirmed` – the customer said so; `handed-off` – a person has it; `failed` – no answer, no help, or
 * a fault of ours; `silent` – answered, and nothing was said of it.
 */
export const OUTCOMES = ['verified', 'confirmed', 'silent', 'handed-off', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How many there are of each outcome. */
export const countsOf = (count: (outcome: Outcome) => number): Readonly<Record<Outcome, number>> =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>;

/** Why a question was not answered: `service` is a topic that must not be answered. */
export const REFUSALS = ['other-task', 'other-product', 'service', 'nothing-known'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A question in the customer's words, with secrets removed, and how it was understood. */
export interface LoggedQuestion {
  readonly text: string;
  readonly verdict: 'answer' | 'choose' | 'nearest' | 'unknown';
  readonly intent?: string;
  /** 0…1 */
  readonly confidence: number;
  readonly refusal?: Refusal;
  /** The task, the topic or the product for which it was refused. */
  readonly task?: string;
}

/** One turn, for the operators: no name, no address, no key, nothing of an account but the kinds of findings. */
export interface LoggedTurn {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `channel|conversation` */
  readonly conversation: string;
  readonly language: string;
  readonly channel: string;
  /** Where it led: a dialog, or what else the turn was for. */
  readonly route: string;
  readonly outcome: Outcome;
  /** Absent where nothing was asked in words: a click, an answer to a question of ours. */
  readonly question?: LoggedQuestion | undefined;
  /** The article that was shown, and its section (0 is the first) where one was. */
  readonly article?: string | undefined;
  readonly section?: number | undefined;
  /** What was looked at in this turn: check → kind of finding. */
  readonly findings?: Readonly<Record<string, string>> | undefined;
  /** From when its turn came until it was stored, in milliseconds. */
  readonly latencyMs: number;
}

/** Where the bot notes for the operators; nothing in it is read by the dialogs. */
export interface Logbook {
  /** Keeps a turn, also the same one again. */
  note(turn: LoggedTurn): Promise<void>;
  /**
   * Tells what came of the question that was asked last in a conversation, of the last one that this article answered when
   * one is named. Proof is not taken back by words.
   */
  settle(conversation: string, outcome: Exclude<Outcome, 'silent'>, article?: string): Promise<void>;
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
