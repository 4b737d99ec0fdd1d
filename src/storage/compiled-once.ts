import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.js';

/**
 * Makes the text of a statement once; after that only its values change. Building it anew costs more than running it.
 * @param columns of the row, in the order in which their values stand in the statement, each once
 */
export function compiledOnce<Row extends object, Found = unknown>(
  columns: readonly (keyof Row)[],
  make: (db: Kysely<Schema>, row: Row) => Compilable<Found>,
): (db: Kysely<Schema>, row: Row) => CompiledQuery<Found> {
  let first: CompiledQuery<Found> | undefined;
  return (db, row) => {
    first ??= make(db, row).compile();
    return { ...first, parameters: columns.map((column) => row[column]) };
  };
}
