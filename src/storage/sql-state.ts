import { randomUUID } from 'node:crypto';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import type { Kysely } from 'kysely';
import { compiledOnce } from './compiled-once.js';
import { type OnUnread, readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { SHAPES } from './stored-shapes.js';
import { atOnce, type Write } from './unit-of-work.js';

const upsert = compiledOnce<Schema['state']>(['key', 'item', 'etag', 'saved_at'], (db, row) =>
  db
    .insertInto('state')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        item: ref('excluded.item'),
        etag: ref('excluded.etag'),
        saved_at: ref('excluded.saved_at'),
      })),
    ),
);

const selectOne = compiledOnce<{ key: string }, Omit<Schema['state'], 'saved_at'>>(['key'], (db, { key }) =>
  db.selectFrom('state').select(['key', 'item', 'etag']).where('key', '=', key),
);

/** Two processes, or two starts within a millisecond, never give the same tag. */
export function openTags(): () => string {
  const birth = randomUUID();
  let writes = 0;
  return () => `${birth}-${(writes++).toString(36)}`;
}

/**
 * Bot Framework's storage contract over SQL. An item written with the eTag that it was read with is refused when
 * somebody else wrote it in between; without an eTag, or with `*`, the last writer wins.
 */
export function sqlState(
  db: Kysely<Schema>,
  now: () => Date,
  write = atOnce(db),
  nextTag = openTags(),
  onUnread: OnUnread = () => {},
): Storage {
  const put = (into: Write, key: string, { eTag: _, ...item }: StoreItem) =>
    into(upsert(db, { key, item: JSON.stringify(item), etag: nextTag(), saved_at: now().toISOString() }));

  return {
    async read(keys) {
      if (!Array.isArray(keys)) throw new ReferenceError('Storage: keys are required when reading.');
      if (keys.length === 0) return {};
      const [only] = keys;
      const rows =
        keys.length === 1 && only !== undefined
          ? (await db.executeQuery(selectOne(db, { key: only }))).rows
          : await db.selectFrom('state').selectAll().where('key', 'in', keys).execute();
      return Object.fromEntries(
        rows.flatMap(({ key, item, etag }) => {
          const read = readItem<StoreItem>(item, SHAPES.state, 'state', onUnread);
          return read ? [[key, { ...read, eTag: etag }]] : [];
        }),
      );
    },

    async write(changes: StoreItems) {
      if (!changes) throw new ReferenceError('Storage: changes are required when writing.');
      const entries = Object.entries(changes);
      const [only] = entries;
      // What a turn writes: one item, last writer wins. It needs no transaction of its own.
      if (only && entries.length === 1 && isAnyTag(only[1].eTag)) {
        await put(write, ...only);
        return;
      }
      await db.transaction().execute(async (trx) => {
        for (const [key, item] of entries) {
          if (!isAnyTag(item.eTag)) {
            const found = await trx.selectFrom('state').select('etag').where('key', '=', key).executeTakeFirst();
            if (found && found.etag !== item.eTag)
              throw new Error(`Storage: error writing "${key}" due to eTag conflict.`);
          }
          await put(atOnce(trx), key, item);
        }
      });
    },

    async delete(keys) {
      if (!Array.isArray(keys)) throw new ReferenceError('Storage: keys are required when deleting.');
      if (keys.length > 0) await write(db.deleteFrom('state').where('key', 'in', keys));
    },
  };
}

const isAnyTag = (eTag: string | undefined) => !eTag || eTag === '*';
