import { type Memory, type Shown, withShown } from '../../dialogs/memory.js';

/** How many conversations' last messages are known before their next turn stores them. */
const MOST_CONVERSATIONS = 5000;

/** What a channel calls a message is known after the turn that said it has been stored: it waits here for the next one. */
export interface ShownSince {
  addTo(memory: Memory, conversation: string): Memory;
  /** What waited has been stored; this is what the turn has shown itself. */
  replace(conversation: string, shown: readonly Shown[]): void;
}

/** In memory: the conversation that has waited longest is forgotten when there are too many. */
export function openShownSince(): ShownSince {
  const waiting = new Map<string, readonly Shown[]>();
  return {
    addTo(memory, conversation) {
      const since = waiting.get(conversation);
      return since ? { ...memory, shown: withShown(memory, since) } : memory;
    },
    replace(conversation, shown) {
      waiting.delete(conversation);
      if (shown.length === 0) return;
      // A Map lists what was added first, first.
      const [oldest] = waiting.keys();
      if (waiting.size >= MOST_CONVERSATIONS && oldest !== undefined) waiting.delete(oldest);
      waiting.set(conversation, shown);
    },
  };
}
