import type { TranscriptLine } from './case.js';

/** What was said in a conversation, kept outside the dialogs' state so that the state stays small. */
export interface Transcript {
  append(conversation: string, lines: readonly TranscriptLine[]): Promise<void>;
  read(conversation: string): Promise<readonly TranscriptLine[]>;
  forget(conversation: string): Promise<void>;
}
