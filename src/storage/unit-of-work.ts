import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Commit, Gathered } from './commit-queue.js';
import type { Schema } from './schema.js';

/**
 * Takes a statement that writes.
 * @param rows how many rows it must change
 * @returns whether it did; a unit of work sees that when it is committed, and fails then
 */
export type Write = (statement: Compilable | CompiledQuery, rows?: number) => Promise<boolean>;

/** What was gathered could not be stored: nothing of it was. */
export class CommitError extends Error {}

/** What a turn writes: gathered while it goes on, and stored in one transaction when it is over. */
export interface UnitOfWork {
  readonly write: Write;
  /** Goes with whatever is stored first: it stays when the rest is dropped. */
  readonly always: Write;
  /** Runs once what has been gathered is stored; never when it is dropped. */
  onCommitted(run: () => void): void;
  /** @throws CommitError */
  commit(): Promise<void>;
  /** Forgets what has been gathered. */
  drop(): void;
}

/** Every statement by itself, as soon as it comes. */
export function atOnce(db: Kysely<Schema>): Write {
  return async (statement, rows) => {
    const { numAffectedRows } = await db.executeQuery(statement);
    return rows === undefined || numAffectedRows === BigInt(rows);
  };
}

/**
 * @param store the commit queue of the database, one for all its units of work
 * @param proof stored first each time: proves that the turn is still this process's
 */
export function openUnitOfWork(store: Commit, proof?: Gathered): UnitOfWork {
  let statements: Gathered[] = [];
  let staying: Gathered[] = [];
  let waiting: (() => void)[] = [];
  const drop = () => {
    statements = [];
    waiting = [];
  };
  const gather =
    (into: () => Gathered[]): Write =>
    async (statement, rows) => {
      into().push({ query: 'compile' in statement ? statement.compile() : statement, rows });
      return true;
    };
  return {
    write: gather(() => statements),
    always: gather(() => staying),
    onCommitted: (then) => void waiting.push(then),
    drop,
    async commit() {
      const [all, after] = [[...statements, ...staying], waiting];
      drop();
      try {
        if (all.length > 0) await store(proof ? [proof, ...all] : all);
      } catch (error) {
        throw new CommitError(error instanceof Error ? error.message : String(error), { cause: error });
      }
      staying = [];
      for (const then of after) then();
    },
  };
}
