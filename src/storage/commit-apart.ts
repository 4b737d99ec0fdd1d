import type pg from 'pg';
import type { Commit, Gathered } from './commit-queue.js';
import { StorageError } from './storage-error.js';

/** PostgreSQL has broken off a transaction for another's sake: a deadlock, or one that could not come after the other. */
const BROKEN_OFF = /^40(?:P01|001)$/;
/** How often a transaction that was broken off is tried. */
const MOST_TRIES = 5;
/** Statements that a connection keeps prepared; ours are some dozens. */
const MOST_PREPARED = 200;

/**
 * Units of work on a server: each in a transaction of its own, side by side. The server waits for its disk once for all that
 * are ready; a group in one transaction would hold what all of its turns write until the last of them is through. All
 * statements of a unit are on their way before the first is answered.
 * @param pool of connections that take statements before those before them are answered (pg's `pipeline`)
 */
export function commitApart(pool: pg.Pool): Commit {
  const names = new Map<string, string>();
  /** Parsed and planned once in a connection. */
  const prepared = (text: string) => {
    const name = names.get(text) ?? (names.size < MOST_PREPARED ? `unit ${names.size}` : undefined);
    if (name !== undefined) names.set(text, name);
    return name === undefined ? { text } : { text, name };
  };

  const storeOne = async (statements: readonly Gathered[]) => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const sent = statements.map(({ query: { sql, parameters } }) => ({ ...prepared(sql), values: [...parameters] }));
      const [began, ...results] = await Promise.allSettled([
        client.query('begin'),
        ...sent.map((each) => client.query(each)),
      ]);
      try {
        const failed = [began, ...results].find((each) => each?.status === 'rejected');
        if (failed?.status === 'rejected') throw failed.reason;
        results.forEach((result, i) => {
          if (result.status === 'fulfilled') provePassed(statements[i], result.value.rowCount);
        });
      } catch (error) {
        await client.query('rollback').catch((lost: Error) => {
          broken = lost;
        });
        throw error;
      }
      await client.query('commit').catch((lost: Error) => {
        broken = lost;
        throw lost;
      });
    } finally {
      client.release(broken);
    }
  };

  return async (statements) => {
    for (let tries = 1; ; tries++) {
      try {
        return await storeOne(statements);
      } catch (error) {
        const isBrokenOff = error instanceof Error && BROKEN_OFF.test(String(Reflect.get(error, 'code')));
        if (!isBrokenOff || tries === MOST_TRIES) throw error;
      }
    }
  };
}

/** @throws when it has not changed as many rows as it must */
function provePassed(statement: Gathered | undefined, changed: number | null): void {
  if (statement?.rows === undefined || changed === statement.rows) return;
  const { otherwise } = statement;
  throw otherwise === undefined ? new Error('Somebody else was faster') : new StorageError(otherwise);
}
