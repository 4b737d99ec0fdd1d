/** One line of what was said, secrets already removed. */
export interface TranscriptLine {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly from: 'customer' | 'assistant';
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
}

/** Letters and digits that are not taken for one another when read aloud or written by hand (no 0/O, 1/I/L, 5/S, 2/Z). */
const READABLE = '346789ABCDEFGHJKMNPQRTUVWXY';

/**
 * A reference like `P-7F3K-2QMA`: 27⁸ ≈ 2.8·10¹¹ possibilities, so that one cannot be guessed from another.
 * @param random a number in [0, 1) per call
 */
export function caseReference(random: () => number): string {
  const letter = () => READABLE.charAt(Math.floor(random() * READABLE.length));
  const four = () => letter() + letter() + letter() + letter();
  return `P-${four()}-${four()}`;
}
