import { z } from 'zod';
import { afterDeploy, type Memory } from '../../dialogs/memory.js';
import type { RootDialog } from '../../dialogs/root-dialog.js';

/** What is stored of a conversation besides its dialogs. */
export interface Stored {
  /** The shape of the dialogs that left the open question; see {@link RootDialog.shape}. */
  readonly shape: string;
  readonly memory: Memory;
}

/** What every turn relies on; the dialogs check the rest by their shape. */
const storedSchema = z.looseObject({
  shape: z.string(),
  memory: z.looseObject({
    language: z.string().optional(),
    timeZone: z.string().optional(),
    open: z.looseObject({ dialog: z.string(), expects: z.string() }).optional(),
    offered: z.array(z.looseObject({ label: z.string() })).optional(),
    topic: z.string().optional(),
    question: z.string().optional(),
    unfinished: z.looseObject({}).optional(),
    rated: z.array(z.string()).optional(),
    places: z.array(z.looseObject({ kind: z.string() })).optional(),
  }),
});

/** Whether what is stored is what a turn relies on; the conversation begins anew if not. */
export const isUnderstood = (stored: unknown): boolean => storedSchema.safeParse(stored).success;

/** What is remembered, of dialogs that are still as they were. */
export function recall(stored: Stored | undefined, shape: RootDialog['shape']): Memory {
  if (!stored || !isUnderstood(stored)) return {};
  return stored.shape === shape ? stored.memory : afterDeploy(stored.memory);
}
