import { setImmediate } from 'node:timers';
import { CompiledQuery, type Kysely } from 'kysely';
import type { Schema } from './schema.js';
import { StorageError } from './storage-error.js';

/** A statement that writes, and how many rows it must change where that matters. */
export interface Gathered {
  readonly query: CompiledQuery;
  readonly rows: number | undefined;
  /** What is wrong when it does not, and may pass: without it, somebody else was faster. */
  readonly otherwise?: string;
}

/** Stores all of these statements, or rejects and has stored none of them. */
export type Commit = (statements: readonly Gathered[]) => Promise<void>;

const SAVEPOINT = CompiledQuery.raw('savepoint unit');
const RELEASE = CompiledQuery.raw('release unit');
const ROLL_BACK = CompiledQuery.raw('rollback to unit');

interface Waiting {
  readonly statements: readonly Gathered[];
  readonly stored: () => void;
  readonly failed: (why: unknown) => void;
}

/**
 * Group commit: what is ready to be stored in the same moment is stored in one transaction, each behind a savepoint of its
 * own, so that one that fails takes nothing of the others along. The disk is waited for once a transaction
 * (docs/decisions/0010): under load that is what a turn costs most.
 */
export function openCommitQueue(db: Kysely<Schema>): Commit {
  let waiting: Waiting[] = [];

  const storeAll = async () => {
    const group = waiting;
    waiting = [];
    const failures = new Map<Waiting, unknown>();
    try {
      const [only] = group;
      // A single statement is a transaction of its own.
      if (only && group.length === 1 && only.statements.length === 1) await run(db, only.statements);
      else
        await db.transaction().execute(async (trx) => {
          if (only && group.length === 1) return run(trx, only.statements);
          for (const each of group) {
            await trx.executeQuery(SAVEPOINT);
            try {
              await run(trx, each.statements);
            } catch (error) {
              failures.set(each, error);
              // A full disk ends the whole transaction: nobody's is stored then, and each is told of the disk.
              await trx.executeQuery(ROLL_BACK).catch(() => {
                throw error;
              });
            }
            await trx.executeQuery(RELEASE);
          }
        });
    } catch (error) {
      for (const each of group) each.failed(failures.get(each) ?? error);
      return;
    }
    for (const each of group) {
      if (failures.has(each)) each.failed(failures.get(each));
      else each.stored();
    }
  };

  return (statements) =>
    new Promise((stored, failed) => {
      waiting.push({ statements, stored, failed });
      // What else was read from the sockets in this round of the event loop has its turn first.
      if (waiting.length === 1) setImmediate(() => void storeAll());
    });
}

async function run(on: Kysely<Schema>, statements: readonly Gathered[]): Promise<void> {
  for (const { query, rows, otherwise } of statements) {
    const { numAffectedRows } = await on.executeQuery(query);
    if (rows === undefined || numAffectedRows === BigInt(rows)) continue;
    throw otherwise === undefined ? new Error('Somebody else was faster') : new StorageError(otherwise);
  }
}
