import type { Activity } from 'botbuilder';
import { CompiledQuery } from 'kysely';
import { openSharedTurns } from '../../../src/bot/turn/shared-turns';
import type { Taken } from '../../../src/storage/sql-turn-leases';
import { StorageError } from '../../../src/storage/storage-error';

const second = { channelId: 'webchat', id: 'c|2', conversation: { id: 'c' } } as Activity;

/** Waits for the turn of the second post, told `taken(milliseconds)` whenever it asks; returns how it ends, and when. */
async function enterWith(taken: (now: number) => Taken) {
  let now = 0;
  const turns = openSharedTurns({
    leases: {
      take: async () => taken(now),
      leave: async () => {},
      proof: () => ({ query: CompiledQuery.raw('select 1'), rows: 1 }),
      setReading: async () => {},
      renew: async () => {},
    },
    stopElsewhere: () => {},
    wait: async (milliseconds) => {
      now += milliseconds;
    },
    onFault: () => {},
    clock: () => now,
  });
  const came = await turns
    .enter(second, () => false)
    .then(
      (held) => (held ? 'taken' : 'answered'),
      (error) => (error instanceof StorageError ? 'given up' : error),
    );
  return { came, after: now };
}

test('a post gives way soon when the one before it is begun by nobody: that may be waiting for this one', async () => {
  const { came, after } = await enterWith(() => ({ kind: 'too-early' }));
  expect(came).toBe('given up');
  expect(after).toBeLessThan(3000);
});

test('a post waits for a turn that goes on elsewhere, however long that looks at an account', async () => {
  const { came, after } = await enterWith((now) =>
    now < 100_000 ? { kind: 'held', isReading: true } : { kind: 'ours' },
  );
  expect(came).toBe('taken');
  expect(after).toBeGreaterThanOrEqual(100_000);
});

test('a post waits anew for the one before it after another turn has gone on', async () => {
  const { came } = await enterWith((now) => ({
    kind: now > 3000 ? 'ours' : now > 1400 && now < 1700 ? 'held' : 'too-early',
    isReading: false,
  }));
  expect(came).toBe('taken');
});
