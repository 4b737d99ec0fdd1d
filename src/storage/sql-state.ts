import { randomUUID } from 'node:crypto';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.js';

/**
 * Bot Framework's storage contract over SQL. An item written with the eTag that it was read with is refused when
 * somebody else wrote it in between; without an eTag, or with `*`, the last writer wins.
 */
export function sqlState(db: Kysely<Schema>, now: () => Date): Storage {
  // Two processes, or two starts within a millisecond, never give the same tag.
  const birth = randomUUID();
  let writes = 0;
  const nextTag = () => `${birth}-${(writes++).toString(36)}`;
  const put = async (into: Kysely<Schema>, key: string, { eTag: _, ...item }: StoreItem) => {
    const row = { key, item: JSON.stringify(item), etag: nextTag(), saved_at: now().toISOString() };
    const upsert = into.insertInto('state').values(row);
    await upsert.onConflict((conflict) => conflict.column('key').doUpdateSet(row)).execute();
  };

  return {
    async read(keys) {
      if (!Array.isArray(keys)) throw new ReferenceError('Storage: keys are required when reading.');
      if (keys.length === 0) return {};
      const rows = await db.selectFrom('state').selectAll().where('key', 'in', keys).execute();
      return Object.fromEntries(rows.map(({ key, item, etag }) => [key, { ...JSON.parse(item), eTag: etag }]));
    },

    async write(changes: StoreItems) {
      if (!changes) throw new ReferenceError('Storage: changes are required when writing.');
      const entries = Object.entries(changes);
      const [only] = entries;
      // What Bot Framework writes at the end of each turn: one item, last writer wins. It needs no transaction.
      if (only && entries.length === 1 && isAnyTag(only[1].eTag)) return put(db, ...only);
      await db.transaction().execute(async (trx) => {
        for (const [key, item] of entries) {
          if (!isAnyTag(item.eTag)) {
            const found = await trx.selectFrom('state').select('etag').where('key', '=', key).executeTakeFirst();
            if (found && found.etag !== item.eTag)
              throw new Error(`Storage: error writing "${key}" due to eTag conflict.`);
          }
          await put(trx, key, item);
        }
      });
    },

    async delete(keys) {
      if (!Array.isArray(keys)) throw new ReferenceError('Storage: keys are required when deleting.');
      if (keys.length > 0) await db.deleteFrom('state').where('key', 'in', keys).execute();
    },
  };
}

const isAnyTag = (eTag: string | undefined) => !eTag || eTag === '*';
