import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { CARRY_LASTS_MS, type CarryCodes, makeCarryCode } from '../channels/carry-code.js';
import type { Schema } from './schema.js';

/**
 * Keeps what is carried over under the SHA-256 of its code. A code is spent by the statement that finds it, so that two
 * who type it at once do not both go on with it.
 * @param random a number in [0, 1) per call
 */
export function sqlCarryCodes<Item>(db: Kysely<Schema>, now: () => Date, random: () => number): CarryCodes<Item> {
  return {
    async put(item) {
      const at = now();
      await db.deleteFrom('carry_codes').where('expires_at', '<=', at.toISOString()).execute();
      const code = makeCarryCode(random);
      const expiresAt = new Date(at.getTime() + CARRY_LASTS_MS).toISOString();
      const row = { code_hash: hashOf(code), expires_at: expiresAt, item: JSON.stringify(item) };
      await db.insertInto('carry_codes').values(row).execute();
      return code;
    },

    async take(code) {
      const row = await db
        .deleteFrom('carry_codes')
        .where('code_hash', '=', hashOf(code))
        .where('expires_at', '>', now().toISOString())
        .returning('item')
        .executeTakeFirst();
      return row && JSON.parse(row.item);
    },
  };
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
