import type { Activity } from 'botbuilder';
import { LOCAL_CHANNEL } from '../../channels/web/local-channel.js';
import type { Gathered } from '../../storage/commit-queue.js';
import type { PlacedPost, TurnLeases } from '../../storage/sql-turn-leases.js';
import { StorageError } from '../../storage/storage-error.js';
import { conversationKey } from './conversation-key.js';

/** The pause before another try doubles from one to the other, in milliseconds. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [15, 250];
/** How long a turn waits for those of other processes, in milliseconds: longer than a look at an account takes. */
const LONGEST_WAIT = 120_000;
/**
 * How long it waits for what was posted before it and that nobody takes. Its turn could not begin, perhaps in this very
 * process, where it is tried again once this one is out of its way.
 */
const LONGEST_WAIT_FOR_EARLIER = 2000;

/** The turn of a conversation, held against the other processes. */
export interface HeldTurn {
  /** Stored with what the turn writes. */
  readonly proof: Gathered;
  leave(): Promise<void>;
}

/** How turns of one conversation queue up when several processes serve it. */
export interface SharedTurns {
  /**
   * Waits for the turn of this activity.
   * @param isCancel whether it stops a look at an account that goes on elsewhere; then it needs no turn
   * @returns nothing when another process has answered it, or been told to stop
   * @throws StorageError when the turn of another process does not end, or what was posted earlier is not begun
   */
  enter(activity: Activity, isCancel: () => boolean): Promise<HeldTurn | undefined>;
  setReading(conversation: string, isReading: boolean): void;
  /** Keeps the turns that go on here. */
  renew(): Promise<void>;
}

interface SharedTurnsDeps {
  readonly leases: TurnLeases;
  /** Tells the process that looks at an account to stop. */
  readonly stopElsewhere: (conversation: string) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly onFault: (why: string) => void;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
}

/** Queues turns up by leases in the database that the processes share. */
export function openSharedTurns({ leases, stopElsewhere, wait, onFault, clock }: SharedTurnsDeps): SharedTurns {
  const held = new Set<string>();
  const report = (error: unknown) => onFault(error instanceof Error ? error.message : String(error));
  return {
    async enter(activity, isCancel) {
      const conversation = conversationKey(activity);
      const post = postOf(activity);
      const since = clock();
      let moved = since;
      for (let pause = FIRST_PAUSE; clock() - since < LONGEST_WAIT; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        const taken = await leases.take(conversation, post);
        if (taken.kind === 'answered') return undefined;
        if (taken.kind === 'held' && taken.isReading && isCancel()) {
          stopElsewhere(conversation);
          return undefined;
        }
        if (taken.kind === 'ours') {
          held.add(conversation);
          return {
            proof: leases.proof(conversation),
            leave: async () => {
              held.delete(conversation);
              // Whoever waits for it otherwise waits until it runs out.
              await leases.leave(conversation).catch(report);
            },
          };
        }
        if (taken.kind === 'held') moved = clock();
        else if (clock() - moved >= LONGEST_WAIT_FOR_EARLIER)
          throw new StorageError('What was posted earlier in the conversation has not begun');
        await wait(pause);
      }
      throw new StorageError(`Another process holds the turn of a conversation for over ${LONGEST_WAIT / 1000} s`);
    },
    setReading: (conversation, isReading) => void leases.setReading(conversation, isReading).catch(report),
    renew: () => leases.renew([...held]),
  };
}

/** What the website keeps has its place in its name. */
function postOf({ channelId, id, conversation }: Activity): PlacedPost | undefined {
  const [of, number = ''] = (id ?? '').split('|');
  const isPlaced = channelId === LOCAL_CHANNEL && of === conversation.id && /^\d+$/.test(number);
  return isPlaced ? { conversation: conversation.id, number: Number(number) } : undefined;
}
