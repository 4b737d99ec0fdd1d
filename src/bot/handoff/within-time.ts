import type { Sent } from '../../handoff/destination.js';

/** How long one try may take, in milliseconds: a server that hangs is told from one that is slow by then. */
const LONGEST_TRY = 30_000;

/** Gives a destination its time; one that does not heed the signal is left behind. */
export async function withinTime(
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
  send: (signal: AbortSignal) => Promise<Sent>,
  longest = LONGEST_TRY,
): Promise<Sent> {
  const giveUp = new AbortController();
  const done = new AbortController();
  const late = wait(longest, done.signal).then((): Sent => {
    giveUp.abort();
    return { kind: 'failed', why: 'no answer in time' };
  });
  // Ended by us when the other one was first.
  late.catch(() => {});
  const sent = send(giveUp.signal);
  sent.catch(() => {});
  try {
    return await Promise.race([sent, late]);
  } finally {
    done.abort();
  }
}
