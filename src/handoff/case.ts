/** One line of what was said, secrets already removed. */
export interface TranscriptLine {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `note`: ours to the team, where lines are left out. */
  readonly from: 'customer' | 'assistant' | 'note';
  readonly text: string;
}

/** What a person of the team gets, so that the customer need not say anything twice. */
export interface Case {
  /** Short enough to read out on the telephone; see {@link caseReference}. */
  readonly reference: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly language: string;
  readonly name: string;
  readonly email: string;
  /** The article that the conversation was about, if any. */
  readonly topic?: string;
  /** Its title, in the customer's language. */
  readonly title?: string;
  /** The last question that was asked in words, secrets removed. */
  readonly question?: string;
  /** How far the customer went through the steps of an article. */
  readonly steps?: { readonly title: string; readonly done: number; readonly total: number };
  /** What was found in the customer's account. */
  readonly findings?: readonly CaseFinding[];
  /** `channel|conversation`, to answer into the same conversation. */
  readonly conversation: string;
  readonly transcript: readonly TranscriptLine[];
  /** What the team has answered, oldest first. */
  readonly answers?: readonly CaseAnswer[];
  /** Who of the team has taken it on. */
  readonly claimed?: { readonly at: string; readonly by: string };
  /** When the team was done with it: ISO 8601, UTC. */
  readonly closedAt?: string;
}

/** One check of the account, as it was looked at first and last. */
export interface CaseFinding {
  readonly check: string;
  /** Absent when it was looked at once. */
  readonly before?: Look;
  readonly now: Look;
}

/** What a check found of the customer's account, as the team reads it. */
export interface Look {
  readonly kind: 'ok' | 'problem' | 'unknown';
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What was to be mended, a sentence each, in the customer's language. */
  readonly problems: readonly string[];
}

/** What the team answered to a case. */
export interface CaseAnswer {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly text: string;
  /** By which way it came; absent: `passerelle answer`. */
  readonly via?: AnswerWay;
  /** Its own name where it came from, so that what is delivered again is not said again. */
  readonly id?: string;
  /** Who wrote it, as the destination tells. */
  readonly by?: string;
}

export type AnswerWay = 'command' | 'page' | 'teams' | 'teamwork-desk' | 'email';

/** Letters and digits that are not taken for one another when read aloud or written by hand (no 0/O, 1/I/L, 5/S, 2/Z). */
export const READABLE = '346789ABCDEFGHJKMNPQRTUVWXY';

/**
 * A reference like `P-7F3K-2QMA`: 27⁸ ≈ 2.8·10¹¹ possibilities, so that one cannot be guessed from another.
 * @param random a number in [0, 1) per call
 */
export function caseReference(random: () => number): string {
  return `P-${readableLetters(random, 4)}-${readableLetters(random, 4)}`;
}

/** @param random a number in [0, 1) per call */
export function readableLetters(random: () => number, count: number): string {
  return Array.from({ length: count }, () => READABLE.charAt(Math.floor(random() * READABLE.length))).join('');
}
