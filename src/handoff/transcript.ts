import type { TranscriptLine } from './case.js';

/** What was said in a conversation, kept outside the dialogs' state so that the state stays small. */
export interface Transcript {
  /** @param conversation `channel|conversation` @param lines oldest first */
  append(conversation: string, lines: readonly TranscriptLine[]): Promise<void>;
  /** Oldest first; of a long conversation the middle may be left out, which a line of `note` says. Empty when nothing was said. */
  read(conversation: string): Promise<readonly TranscriptLine[]>;
  /** Nothing happens when there is nothing. */
  forget(conversation: string): Promise<void>;
}
