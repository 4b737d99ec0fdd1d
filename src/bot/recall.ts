import type { Memory } from '../dialogs/memory.js';
import type { RootDialog } from '../dialogs/root-dialog.js';

/** What is stored of a conversation besides its dialogs. */
export interface Stored {
  /** The shape of the dialogs that left the open question; see {@link RootDialog.shape}. */
  readonly shape: string;
  readonly memory: Memory;
}

/** After a deploy that changed the dialogs, the open question is gone: its answer would reach the wrong step. */
export function recall(stored: Stored | undefined, shape: RootDialog['shape']): Memory {
  if (!stored) return {};
  return stored.shape === shape ? stored.memory : { ...stored.memory, open: undefined, offered: [] };
}
