import type { Kysely } from 'kysely';
import type { Case } from '../handoff/case.js';
import type { Desk } from '../handoff/desk.js';
import { type OnUnread, readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { putHandoffs } from './sql-handoffs.js';
import { SHAPES } from './stored-shapes.js';
import { atOnce } from './unit-of-work.js';

/** Cases of one conversation: each carries a whole transcript, and stays. */
const MOST_CASES = 10;

/** Which destinations a case goes to, by their ids. */
export type ChooseDestinations = (handedOver: Case) => readonly string[];

/**
 * Keeps cases in the database, where `passerelle cases` shows them to the team, and with each what is to be told to the
 * destinations. Within a unit of work a case is delivered when that is stored.
 */
export function sqlDesk(
  db: Kysely<Schema>,
  write = atOnce(db),
  onUnread: OnUnread = () => {},
  destinationsFor: ChooseDestinations = () => [],
): Desk & {
  list(): Promise<readonly Case[]>;
  find(reference: string): Promise<Case | undefined>;
} {
  return {
    async deliver(handedOver) {
      try {
        const { reference, at, conversation } = handedOver;
        const { kept } = await db
          .selectFrom('cases')
          .select(({ fn }) => fn.countAll<number>().as('kept'))
          .where('conversation', '=', conversation)
          .executeTakeFirstOrThrow();
        if (kept >= MOST_CASES) return { kind: 'failed', why: `${kept} cases of this conversation are there already` };
        await write(db.insertInto('cases').values({ reference, at, item: JSON.stringify(handedOver), conversation }));
        await putHandoffs(db, write, handedOver, destinationsFor(handedOver), 'opened', at);
        return { kind: 'delivered' };
      } catch (error) {
        return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
      }
    },

    async find(reference) {
      const row = await db.selectFrom('cases').select('item').where('reference', '=', reference).executeTakeFirst();
      return row && readItem<Case>(row.item, SHAPES.cases, 'cases', onUnread);
    },

    async list() {
      const rows = await db.selectFrom('cases').select('item').orderBy('at', 'desc').execute();
      return rows.flatMap(({ item }) => readItem<Case>(item, SHAPES.cases, 'cases', onUnread) ?? []);
    },
  };
}
