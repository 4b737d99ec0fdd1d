import type { Kysely } from 'kysely';
import { type Commit, openCommitQueue } from './commit-queue.js';
import type { FileFault } from './guard-file.js';
import { openStateFile } from './open-database.js';
import { type Connections, openServing } from './open-postgres.js';
import type { Schema } from './schema.js';

/** Where the state is. */
export interface StateSettings {
  /** Of a PostgreSQL server; without it everything is in the embedded file. */
  readonly databaseUrl?: string | undefined;
  /** Connections to it at most. */
  readonly databaseConnections: number;
  readonly dataFolder: string;
}

interface State {
  readonly db: Kysely<Schema>;
  /** Stores what a turn writes. */
  readonly commit: Commit;
  /** Absent where there is no server. */
  readonly connections?: () => Connections;
  /** What happened to the file under our feet. */
  readonly fault: () => FileFault | undefined;
}

/**
 * Opens where everything is kept, and brings it to this version.
 * @param onLost told of connections to a server that are lost while nobody uses them
 * @throws StorageError that names it and the remedy
 */
export async function openState(
  { databaseUrl, databaseConnections, dataFolder }: StateSettings,
  onLost?: (why: string) => void,
): Promise<State> {
  if (databaseUrl === undefined) {
    const { db, fault } = await openStateFile(dataFolder);
    return { db, fault, commit: openCommitQueue(db) };
  }
  const options = { connections: databaseConnections, ...(onLost ? { onLost } : {}) };
  return { ...(await openServing(databaseUrl, options)), fault: () => undefined };
}
