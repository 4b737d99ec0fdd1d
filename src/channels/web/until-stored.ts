import { setMaxListeners } from 'node:events';
import { doublingPause } from '../../outbox/doubling-pause.js';

interface UntilStoredDeps {
  /** Whether what failed may work a moment later. */
  readonly mayPass: (error: unknown) => boolean;
  /** Told of the first failure of each turn. */
  readonly onFailure: (error: unknown) => void;
  /** Resolves after that many milliseconds; rejects when stopped. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The pause before a turn that could not be stored is tried again doubles from one to the other, in milliseconds. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [1000, 60_000];
/** For how many tries, which is a day; then the next start answers it. */
const MOST_TRIES = 24 * 60;

/** Runs turns until what they write is stored: what was acknowledged is answered when there is room again. */
export interface UntilStored {
  /**
   * Runs a turn, again and again when it could not be stored, and before what came after it in its conversation.
   * @throws what cannot pass, and what has not passed after a day
   */
  run(conversation: string, once: () => Promise<void>): Promise<void>;
  /** Nothing is tried again from now on. */
  stop(): void;
}

/** Tries in memory: what has not been stored when the process ends is answered by the next start. */
export function openUntilStored({ mayPass, onFailure, wait }: UntilStoredDeps): UntilStored {
  const stopping = new AbortController();
  // While nothing can be stored, each conversation that somebody writes in waits for it.
  setMaxListeners(0, stopping.signal);
  /** Conversations of which a turn could not be stored: what came after it waits for it. */
  const heldBack = new Map<string, Promise<void>>();

  const tryAgain = async (once: () => Promise<void>) => {
    for (let tries = 1; ; tries++) {
      await wait(doublingPause(tries, FIRST_PAUSE, LONGEST_PAUSE), stopping.signal).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        return await once();
      } catch (error) {
        if (!mayPass(error) || tries === MOST_TRIES) throw error;
      }
    }
  };

  return {
    async run(conversation, once) {
      const before = heldBack.get(conversation);
      await before;
      if (before && stopping.signal.aborted) return;
      try {
        await once();
      } catch (error) {
        if (!mayPass(error)) throw error;
        onFailure(error);
        const trying = Promise.resolve(heldBack.get(conversation)).then(() => tryAgain(once));
        const over = trying.catch(() => undefined);
        heldBack.set(conversation, over);
        await trying.finally(() => {
          if (heldBack.get(conversation) === over) heldBack.delete(conversation);
        });
      }
    },
    stop: () => stopping.abort(),
  };
}
