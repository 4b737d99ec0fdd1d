import type { DialogStart } from '../dialog-start.js';
import type { Memory } from '../memory.js';

/** What was begun and not finished, to go on with. */
export function unfinishedStart({ unfinished }: Memory, only?: 'steps' | 'handoff'): DialogStart | undefined {
  if (unfinished?.handoff && only !== 'steps') return { dialog: 'handoff', draft: unfinished.handoff };
  if (unfinished?.steps && only !== 'handoff') return { dialog: 'steps', ...unfinished.steps };
  return undefined;
}

/** What was waiting for the customer in this very turn, to go on with in another language. */
export function interrupted(memory: Memory): DialogStart | undefined {
  const { open, unfinished } = memory;
  if (open?.dialog === 'check' && unfinished?.check !== undefined) return { dialog: 'check', check: unfinished.check };
  if (open?.dialog === 'delete-data') return { dialog: 'delete-data' };
  return open?.dialog === 'steps' || open?.dialog === 'handoff' ? unfinishedStart(memory, open.dialog) : undefined;
}
