import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { Commit, Gathered } from './commit-queue.js';
import { InDoubtError } from './in-doubt-error.js';
import { StorageError } from './storage-error.js';

/** PostgreSQL has broken off a transaction for another's sake: a deadlock, or one that could not come after the other. */
const BROKEN_OFF = /^40(?:P01|001)$/;
/** How often a transaction that was broken off is tried. */
const MOST_TRIES = 5;
/** Statements that a connection keeps prepared; ours are some dozens. */
const MOST_PREPARED = 200;

/** Of a transaction id "in the future" (`invalid_parameter_value`). */
const INVALID_VALUE = '22023';
/** What a connection has stored last, and the number of the transaction that does it. */
const MARK = `insert into commit_marks (connection, mark, at) values ($1, $2, extract(epoch from statement_timestamp()))
  on conflict (connection) do update set mark = excluded.mark, at = excluded.at returning pg_current_xact_id()::text as id`;

/** How often it is asked what became of a commit whose answer was lost, and the pause in between, in milliseconds. */
const [MOST_ASKED, ASK_EVERY] = [120, 250];

/**
 * Units of work on a server: each in a transaction of its own, side by side. The server waits for its disk once for all that
 * are ready; a group in one transaction would hold what all of its turns write until the last of them is through. All
 * statements of a unit are on their way before the first is answered. A server that goes while it commits is asked, when it is
 * back, whether it had: a turn that is stored must not be said to have failed.
 * @param pool of connections that take statements before those before them are answered (pg's `pipeline`)
 * @param wait for so many milliseconds
 */
export function commitApart(pool: pg.Pool, wait: (milliseconds: number) => Promise<unknown> = setTimeout): Commit {
  const names = new Map<string, string>();
  /** Parsed and planned once in a connection. */
  const prepared = (text: string) => {
    const name = names.get(text) ?? (names.size < MOST_PREPARED ? `unit ${names.size}` : undefined);
    if (name !== undefined) names.set(text, name);
    return name === undefined ? { text } : { text, name };
  };

  const connections = new WeakMap<pg.PoolClient, string>();
  const nameOf = (client: pg.PoolClient) => {
    const name = connections.get(client) ?? randomUUID();
    connections.set(client, name);
    return name;
  };

  const storeOne = async (statements: readonly Gathered[]) => {
    const client = await pool.connect();
    const mark = randomUUID();
    let broken: Error | undefined;
    try {
      const sent = statements.map(({ query: { sql, parameters } }) => ({ ...prepared(sql), values: [...parameters] }));
      const [began, marked, ...results] = await Promise.allSettled([
        client.query('begin'),
        client.query<{ id: string }>({ text: MARK, name: 'mark', values: [nameOf(client), mark] }),
        ...sent.map((each) => client.query(each)),
      ]);
      try {
        const failed = [began, marked, ...results].find((each) => each?.status === 'rejected');
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
      await client.query('commit').catch(async (lost: Error) => {
        broken = lost;
        const id = marked.status === 'fulfilled' ? marked.value.rows[0]?.id : undefined;
        const became = id === undefined ? 'aborted' : await whatBecameOf(pool, { id, mark }, wait);
        if (became === 'in doubt') throw new InDoubtError(lost.message, { cause: lost });
        if (became === 'aborted') throw lost;
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

/**
 * What became of a transaction whose commit was not answered: it is stored when its mark is, once it is over. Its number alone
 * (`pg_xact_status`) tells that it is over, no more: after a crash another one may have it.
 */
async function whatBecameOf(
  pool: pg.Pool,
  { id, mark }: { readonly id: string; readonly mark: string },
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<'committed' | 'aborted' | 'in doubt'> {
  for (let asked = 0; asked < MOST_ASKED; asked++) {
    try {
      const { rows } = await pool
        .query<{ status: string | null }>('select pg_xact_status($1::xid8) as status', [id])
        .catch(forgotten);
      if (rows[0]?.status !== 'in progress') {
        const { rowCount } = await pool.query('select 1 from commit_marks where mark = $1', [mark]);
        return rowCount === 1 ? 'committed' : 'aborted';
      }
    } catch {
      // It is not back yet.
    }
    await wait(ASK_EVERY);
  }
  return 'in doubt';
}

/** A server that has crashed does not know the number. */
function forgotten(error: Error): { readonly rows: readonly { readonly status: string | null }[] } {
  if (Reflect.get(error, 'code') === INVALID_VALUE) return { rows: [] };
  throw error;
}
