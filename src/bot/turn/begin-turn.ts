import type { Reply } from '../../channels/reply.js';
import { answered, fellBack, forgetAll, type Memory } from '../../dialogs/memory.js';
import type { Turn } from '../../dialogs/turn.js';

/** What a turn is given; the rest of {@link Turn} it makes itself. */
export interface TurnStart
  extends Omit<
    Turn,
    'memory' | 'remember' | 'answered' | 'fellBack' | 'language' | 'words' | 'say' | 'orElse' | 'forgetAll'
  > {
  readonly memory: Memory;
  readonly language: string;
  readonly wordsOf: (language: string) => ReturnType<Turn['words']>;
  readonly say: (replies: readonly Reply[]) => Promise<void>;
}

/** A turn under way: what the dialogs see of it, and what has come of it so far. */
export interface BegunTurn {
  readonly turn: Turn;
  readonly said: () => readonly Reply[];
  /** What is remembered and said instead of all the rest, when it cannot be stored. */
  readonly instead: () => Instead | undefined;
  /** Whether the customer had everything forgotten. */
  readonly forgot: () => boolean;
  /** Nothing was said, and this is remembered as well. */
  takeBack(changes: Partial<Memory>): void;
}

interface Instead {
  readonly changes: Partial<Memory>;
  readonly reply: Reply;
}

/**
 * Begins a turn on a memory: what dialogs remember and say is gathered, and nothing is stored or sent before the turn is
 * over.
 */
export function beginTurn({ memory: before, language: begun, wordsOf, say, ...given }: TurnStart): BegunTurn {
  let memory = before;
  let said: Reply[] = [];
  let instead: Instead | undefined;
  let forgot = false;
  const language = () => memory.language ?? begun;
  const remember = (changes: Partial<Memory>) => {
    memory = { ...memory, ...changes };
  };
  return {
    turn: {
      ...given,
      memory: () => memory,
      remember,
      answered: (changes) => {
        memory = answered(memory, changes);
      },
      fellBack: (changes) => {
        // A turn counts once, however many dialogs pass it on.
        const { consecutiveFallbacks = 0 } = before;
        memory = fellBack({ ...memory, consecutiveFallbacks }, changes);
        return consecutiveFallbacks;
      },
      language,
      words: () => wordsOf(language()),
      say: async (...replies) => {
        said.push(...replies);
        await say(replies);
      },
      orElse: (changes, reply) => {
        instead = { changes, reply };
      },
      forgetAll: () => {
        forgot = true;
        memory = forgetAll(memory);
      },
    },
    said: () => said,
    instead: () => instead,
    forgot: () => forgot,
    takeBack(changes) {
      said = [];
      remember(changes);
    },
  };
}
