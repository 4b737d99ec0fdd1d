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
  /** `channel|conversation`, to answer into the same conversation. */
  readonly conversation: string;
  readonly transcript: readonly TranscriptLine[];
  /** What the team has answered, oldest first. */
  readonly answers?: readonly CaseAnswer[];
}

export interface CaseAnswer {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly text: string;
}

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
