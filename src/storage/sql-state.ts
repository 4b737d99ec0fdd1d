import type { Storage, StoreItems } from 'botbuilder';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.js';

/**
 * Bot Framework's storage contract over SQL. An item written with the eTag that it was read with is refused when
 * somebody else wrote it in between; without an eTag, or with `*`, the last writer wins.
 */
export function sqlState(db: Kysely<Schema>, now: () => Date): Storage {
  let writes = 0;
  const nextTag = () => `${now().getTime().toString(36)}-${(writes++).toString(36)}`;

  return {
    async read(keys) {
      if (!Array.isArray(keys)) throw new ReferenceError('Storage: keys are required when reading.');
      if (keys.length === 0) return {};
      const rows = await db.selectFrom('state').selectAll().where('key', 'in', keys).execute();
      return Object.fromEntries(rows.map(({ key, item, etag }) => [key, { ...JSON.parse(item), eTag: etag }]));
    },

    async write(changes: StoreItems) {
      if (!changes) throw new ReferenceError('Storage: changes are required when writing.');
      await db.transaction().execute(async (trx) => {
        for (const [key, value] of Object.entries(changes)) {
          const { eTag, ...item } = value;
          const row = { key, item: JSON.stringify(item), etag: nextTag(), saved_at: now().toISOString() };
          if (eTag && eTag !== '*') {
            const found = await trx.selectFrom('state').select('etag').where('key', '=', key).executeTakeFirst();
            if (found && found.etag !== eTag) throw new Error(`Storage: error writing "${key}" due to eTag conflict.`);
          }
          await trx
            .insertInto('state')
            .values(row)
            .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
            .execute();
        }
      });
    },

    async delete(keys) {
      if (!Array.isArray(keys)) throw new ReferenceError('Storage: keys are required when deleting.');
      if (keys.length > 0) await db.deleteFrom('state').where('key', 'in', keys).execute();
    },
  };
}
