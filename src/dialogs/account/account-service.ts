import type { KeyRing, Lent } from '../../checks/key-ring.js';
import type { CheckSet } from './check-set.js';

/** What the dialogs need to look at accounts. */
export interface AccountService {
  readonly set: CheckSet;
  /** The set's own look, as it is watched. */
  readonly look: CheckSet['look'];
  readonly keys: KeyRing;
  /** For how long a key is kept, in minutes, as the customer is told. */
  readonly keptMinutes: number;
  /** The local practice account, when it is on. */
  readonly practice?: Practice | undefined;
  /** Where a report is read: the address that goes to the customer. */
  reportAddress(token: string): string;
  readonly reads: RunningReads;
  /** Resolves after that many milliseconds. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The practice account, with the key that a newcomer is lent. */
export interface Practice {
  readonly site: string;
  readonly lent: Lent;
  /** The page on which a newcomer changes the practice account that was looked at. */
  page(language: string, lent: Lent): string;
}

/** Looks that are going on now, so that "cancel" stops one in the middle instead of waiting behind it. */
export interface RunningReads {
  begin(conversation: string): AbortSignal;
  end(conversation: string): void;
  isGoing(conversation: string): boolean;
  stop(conversation: string): void;
  /** The process ends: each look's own turn says that it was stopped. */
  stopAll(): void;
}

/** @param onChange told whenever a look begins or is over */
export function createRunningReads(
  onChange: (conversation: string, isGoing: boolean) => void = () => {},
): RunningReads {
  const running = new Map<string, AbortController>();
  let isOver = false;
  return {
    begin(conversation) {
      const controller = new AbortController();
      // What waited behind another turn begins no look any more.
      if (isOver) controller.abort();
      running.set(conversation, controller);
      onChange(conversation, true);
      return controller.signal;
    },
    end: (conversation) => {
      if (running.delete(conversation)) onChange(conversation, false);
    },
    isGoing: (conversation) => running.has(conversation),
    stop: (conversation) => running.get(conversation)?.abort(),
    stopAll: () => {
      isOver = true;
      for (const controller of running.values()) controller.abort();
    },
  };
}
