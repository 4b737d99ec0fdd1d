import type { Kysely } from 'kysely';
import type { Case } from '../handoff/case.js';
import type { Desk } from '../handoff/desk.js';
import type { Schema } from './schema.js';
import { atOnce } from './unit-of-work.js';

/**
 * Keeps cases in the database, where `passerelle cases` shows them to the team. Within a unit of work a case is
 * delivered when that is stored.
 */
export function sqlDesk(db: Kysely<Schema>, write = atOnce(db)): Desk & { list(): Promise<readonly Case[]> } {
  return {
    async deliver(handedOver) {
      try {
        const { reference, at } = handedOver;
        await write(db.insertInto('cases').values({ reference, at, item: JSON.stringify(handedOver) }));
        return { kind: 'delivered' };
      } catch (error) {
        return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
      }
    },

    async list() {
      const rows = await db.selectFrom('cases').select('item').orderBy('at', 'desc').execute();
      return rows.map(({ item }): Case => JSON.parse(item));
    },
  };
}
