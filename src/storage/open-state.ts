import type { Kysely } from 'kysely';
import type { FileFault } from './guard-file.js';
import { openStateFile } from './open-database.js';
import { openPostgres } from './open-postgres.js';
import type { Schema } from './schema.js';

/** Where the state is. */
export interface StateSettings {
  /** Of a PostgreSQL server; without it everything is in the embedded file. */
  readonly databaseUrl?: string | undefined;
  /** Connections to it at most. */
  readonly databaseConnections: number;
  readonly dataFolder: string;
}

/**
 * Opens where everything is kept, and brings it to this version.
 * @param onLost told of connections to a server that are lost while nobody uses them
 * @throws StorageError that names it and the remedy
 */
export async function openState(
  { databaseUrl, databaseConnections, dataFolder }: StateSettings,
  onLost?: (why: string) => void,
): Promise<{ readonly db: Kysely<Schema>; readonly fault: () => FileFault | undefined }> {
  if (databaseUrl === undefined) return openStateFile(dataFolder);
  const db = await openPostgres(databaseUrl, { connections: databaseConnections, ...(onLost ? { onLost } : {}) });
  return { db, fault: () => undefined };
}
