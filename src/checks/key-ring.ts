import type { Credentials } from './account-reader.js';

/** The key that a customer lent us for a while, and what it opens. */
export interface Lent extends Credentials {
  /** What the customer calls the account: `acme.teamwork.com`. */
  readonly host: string;
  readonly isPractice: boolean;
}

/** Keeps keys for a short while, one a conversation; forgets them on its own when their time is over. */
export interface KeyRing {
  put(conversation: string, lent: Lent): Promise<void>;
  get(conversation: string): Promise<Lent | undefined>;
  /** Whether there was one. */
  forget(conversation: string): Promise<boolean>;
}

/**
 * Keys in this process' memory only: gone with it.
 * @param keptFor milliseconds from the last `put`
 * @param now milliseconds that never go back
 */
export function memoryKeyRing(keptFor: number, now: () => number): KeyRing {
  const held = new Map<string, { readonly lent: Lent; readonly until: number }>();
  const sweep = () => {
    for (const [conversation, { until }] of held) if (until <= now()) held.delete(conversation);
  };
  return {
    async put(conversation, lent) {
      sweep();
      held.set(conversation, { lent, until: now() + keptFor });
    },
    async get(conversation) {
      sweep();
      return held.get(conversation)?.lent;
    },
    async forget(conversation) {
      sweep();
      return held.delete(conversation);
    },
  };
}
