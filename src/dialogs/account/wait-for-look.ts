import type { Lent } from '../../checks/key-ring.js';
import type { Turn } from '../turn.js';
import type { AccountService } from './account-service.js';
import type { Look } from './check-set.js';

/** After so many milliseconds the customer is told that we are still looking (rule 10). */
const SLOW = 2000;

/** Looks at the account; says so when it takes long; undefined when the customer cancelled in the middle. */
export async function waitForLook(
  { look, reads, wait }: AccountService,
  lent: Lent,
  check: string,
  turn: Turn,
): Promise<Look | undefined> {
  const cancelled = reads.begin(turn.conversation);
  const done = new AbortController();
  const progress = wait(SLOW, AbortSignal.any([done.signal, cancelled])).then(
    () => turn.say({ kind: 'text', text: turn.words()('look.progress'), isProgress: true }),
    () => {},
  );
  // One that cannot be said fails the turn at its end; until then nobody listens, and that would end the process.
  progress.catch(() => {});
  try {
    return await look(lent, check, cancelled);
  } catch (error) {
    if (cancelled.aborted) return undefined;
    throw error;
  } finally {
    reads.end(turn.conversation);
    done.abort();
    // The progress text must not come after the result.
    await progress;
  }
}
