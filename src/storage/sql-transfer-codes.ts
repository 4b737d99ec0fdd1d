import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { makeTransferCode, TRANSFER_LASTS_MS, type TransferCodes } from '../dialogs/transfer/transfer-code.js';
import { type OnUnread, readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { SHAPES } from './stored-shapes.js';
import { atOnce } from './unit-of-work.js';

/**
 * Keeps what is carried over under the SHA-256 of its code. A code is spent by whoever deletes it, so that two who type it
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
  return {
    async put(item, conversation) {
      const at = now();
      await write(db.deleteFrom('carry_codes').where('expires_at', '<=', at.toISOString()));
      const code = makeTransferCode(random);
      const expiresAt = new Date(at.getTime() + TRANSFER_LASTS_MS).toISOString();
      const row = {
        code_hash: hashOf(code),
        expires_at: expiresAt,
        item: JSON.stringify(item),
        conversation: conversation ?? null,
      };
      await write(db.insertInto('carry_codes').values(row));
      return code;
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

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
