import { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { commitApart } from './commit-apart.js';
import type { Commit } from './commit-queue.js';
import { gatherWrites } from './gather-writes.js';
import { migrate } from './migrate.js';
import { proveWritable, type Schema } from './schema.js';
import { StorageError } from './storage-error.js';

/** How long a statement waits for a connection, in milliseconds: a turn that waits longer apologises. */
const LONGEST_WAIT = 5000;
/** No statement of ours takes longer, in milliseconds; one that does is held up by something. */
const LONGEST_STATEMENT = 30_000;
/** PostgreSQL's number of the type bigint: counts and numbers of rows, all far below 2⁵³. */
const BIGINT = 20;

/** How a process uses the server. */
export interface PostgresOptions {
  /** Connections of this process at most. */
  readonly connections: number;
  /** Told of connections that are lost while nobody uses them. */
  readonly onLost?: (why: string) => void;
}

/**
 * Opens a database of a PostgreSQL server, and brings it to this version; of several processes that start at once, one
 * does, and the others wait.
 * @param url `postgres://user:password@host/database`
 * @throws StorageError that names the server (never the password) and the remedy
 */
export async function openPostgres(url: string, options: PostgresOptions): Promise<Kysely<Schema>> {
  const pool = poolOf(url, options);
  return openIn(url, new PostgresDialect({ pool, cursor: Cursor }));
}

/** Connections of a process to the server, as they are now, and how many statements wait for one. */
export interface Connections {
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

/** The same, to serve turns from: also tells how what a turn writes is stored. Nothing is read through a cursor there. */
export async function openServing(
  url: string,
  options: PostgresOptions,
): Promise<{ readonly db: Kysely<Schema>; readonly commit: Commit; readonly connections: () => Connections }> {
  const pool = poolOf(url, options, { pipeline: true, stream: () => gatherWrites(new Socket()) });
  const connections = () => {
    const { totalCount, idleCount: idle, waitingCount: waiting } = pool;
    return { busy: totalCount - idle, idle, waiting };
  };
  return { db: await openIn(url, new PostgresDialect({ pool })), commit: commitApart(pool), connections };
}

function poolOf(url: string, { connections, onLost }: PostgresOptions, more: object = {}): pg.Pool {
  const pool = new pg.Pool({
    ...connectionOf(url),
    ...more,
    max: connections,
    connectionTimeoutMillis: LONGEST_WAIT,
    statement_timeout: LONGEST_STATEMENT,
    idle_in_transaction_session_timeout: LONGEST_STATEMENT,
    types: { getTypeParser: (oid, format) => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A server that restarts takes the idle ones along; the next statement opens another.
  pool.on('error', (error) => onLost?.(error.message));
  // One that is in use is lost for its statements, which say so; an error that nobody listens to would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

async function openIn(url: string, dialect: PostgresDialect): Promise<Kysely<Schema>> {
  const db = new Kysely<Schema>({ dialect });
  try {
    await migrate(db, `database ${shownUrl(url)}`, (change) => change());
    await proveWritable(db);
    return db;
  } catch (error) {
    await db.destroy().catch(() => undefined);
    if (error instanceof StorageError) throw error;
    const why = error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : String(error);
    throw new StorageError(
      `Cannot use the database ${shownUrl(url)}: ${why}. See that the server runs and takes connections from here, ` +
        'and that the user of DATABASE_URL may create tables in that database.',
    );
  }
}

/** How every connection of ours is opened. */
export const connectionOf = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'passerelle',
  keepAlive: true,
});

/** Without its password. */
export function shownUrl(url: string): string {
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username ? `${username}@` : ''}${host}${pathname}`;
}
