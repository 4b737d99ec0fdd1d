import type { Kysely, Selectable, SelectQueryBuilder } from 'kysely';
import { engineOf } from './engine.js';
import type { Schema } from './schema.js';

type Rows = SelectQueryBuilder<Schema, 'outbox', { id: number }>;

/** How much is claimed at once, and when each is tried again should nothing come of this try. */
interface Claim {
  readonly at: Date;
  readonly most: number;
  /** Milliseconds until the next try, after so many. */
  readonly pause: (tries: number) => number;
}

/**
 * Claims rows of the outbox whose time has come: each has its next time when this resolves, so a process that dies over one
 * leaves it to the next try. Several processes claim at once: a row that another one has in hand is passed over.
 * @returns as they are now, in the order in which they were put
 */
export async function claimDue(
  db: Kysely<Schema>,
  which: (rows: Rows) => Rows,
  { at, most, pause }: Claim,
): Promise<readonly Selectable<Schema['outbox']>[]> {
  const next = (tries: number) => new Date(at.getTime() + pause(tries)).toISOString();
  const rows = await db
    .with('due', (all) => {
      const due = which(all.selectFrom('outbox').select('id'))
        .where('state', '=', 'waiting')
        .where('due_at', '<=', at.toISOString())
        .orderBy('due_at')
        .orderBy('id')
        .limit(most);
      return engineOf(db) === 'postgres' ? due.forUpdate().skipLocked() : due;
    })
    .updateTable('outbox')
    .set(({ eb, fn, val }) => ({
      tries: eb('tries', '+', 1),
      first_try_at: fn.coalesce('first_try_at', val(at.toISOString())),
      due_at: next(1),
    }))
    .where('id', 'in', (due) => due.selectFrom('due').select('id'))
    .returningAll()
    .execute();
  for (const { id, tries } of rows.filter((row) => row.tries > 1))
    await db
      .updateTable('outbox')
      .set({ due_at: next(tries) })
      .where('id', '=', id)
      .execute();
  return rows.sort((a, b) => a.id - b.id);
}
