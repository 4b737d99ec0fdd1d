import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { makeTransferCode, TRANSFER_LASTS_MS, type TransferCodes } from '../dialogs/transfer/transfer-code.js';
import { type OnUnread, readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { SHAPES } from './stored-shapes.js';
import { atOnce } from './unit-of-work.js';

/**
 * Keeps what is carried over under the SHA-256 of its code, and wrong codes under the SHA-256 of their conversation, which is
 * not found under its own name any more then. A code is spent by whoever deletes it, so that two who type it
 * at once do not both go on with it.
 * @param random a number in [0, 1) per call
 */
export function sqlTransferCodes<Item>(
  db: Kysely<Schema>,
  now: () => Date,
  random: () => number,
  write = atOnce(db),
  onUnread: OnUnread = () => {},
): TransferCodes<Item> {
  const keep = async (row: Pick<Schema['carry_codes'], 'code_hash' | 'item' | 'conversation'>) => {
    const at = now();
    await write(db.deleteFrom('carry_codes').where('expires_at', '<=', at.toISOString()));
    const expiresAt = new Date(at.getTime() + TRANSFER_LASTS_MS).toISOString();
    await write(db.insertInto('carry_codes').values({ ...row, expires_at: expiresAt }));
  };
  return {
    async put(item, conversation) {
      const code = makeTransferCode(random);
      await keep({ code_hash: hashOf(code), item: JSON.stringify(item), conversation: conversation ?? null });
      return code;
    },

    async wrong(conversation) {
      const { count } = await db
        .selectFrom('carry_codes')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('conversation', '=', wrongOf(conversation))
        .where('expires_at', '>', now().toISOString())
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async noteWrong(conversation) {
      const key = wrongOf(conversation);
      await keep({ code_hash: `${key} ${makeTransferCode(random)}`, item: '{}', conversation: key });
    },

    async take(code) {
      const hash = hashOf(code);
      const row = await db
        .selectFrom('carry_codes')
        .select('item')
        .where('code_hash', '=', hash)
        .where('expires_at', '>', now().toISOString())
        .executeTakeFirst();
      const isOurs = row && (await write(db.deleteFrom('carry_codes').where('code_hash', '=', hash), 1));
      return isOurs ? readItem<Item>(row.item, SHAPES.carry_codes, 'carry_codes', onUnread) : undefined;
    },
  };
}

const wrongOf = (conversation: string) => hashOf(`wrong ${conversation}`);

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
