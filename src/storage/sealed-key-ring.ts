import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { KeyRing } from '../checks/key-ring.js';
import { sealKey } from '../checks/sealed-key.js';
import type { LogEmptier } from './log-emptier.js';
import type { Schema } from './schema.js';

/** NIST SP 800-38D: 96 bits for the nonce of AES-GCM, 128 for its tag. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keys encrypted in the database (AES-256-GCM), for several processes that serve the same conversations. The
 * conversation is authenticated with the text: a row moved to another conversation does not open.
 * @param secret 32 bytes, from the environment
 * @param keptFor milliseconds from the last `put`
 * @param log where a key that was forgotten must not stay, either
 */
export function sealedKeyRing(
  db: Kysely<Schema>,
  secret: Buffer,
  keptFor: number,
  now: () => number,
  log?: LogEmptier,
): KeyRing {
  const seal = (conversation: string, text: string): string => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(conversation));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  };
  const open = (conversation: string, item: string): string => {
    const bytes = Buffer.from(item, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(conversation)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  };
  const sweep = () => db.deleteFrom('keys').where('until', '<=', new Date(now()).toISOString()).execute();

  return {
    async put(conversation, { key, ...rest }) {
      await sweep();
      const item = seal(conversation, JSON.stringify({ ...rest, key: key.reveal() }));
      const row = { conversation, item, until: new Date(now() + keptFor).toISOString() };
      await db
        .insertInto('keys')
        .values(row)
        .onConflict((c) => c.column('conversation').doUpdateSet(row))
        .execute();
    },
    async get(conversation) {
      await sweep();
      const row = await db
        .selectFrom('keys')
        .select('item')
        .where('conversation', '=', conversation)
        .executeTakeFirst();
      if (!row) return undefined;
      try {
        const { key, ...rest } = JSON.parse(open(conversation, row.item));
        return { ...rest, key: sealKey(key) };
      } catch {
        // Sealed with another secret, or tampered with: as good as no key, and the customer is asked again.
        await db.deleteFrom('keys').where('conversation', '=', conversation).execute();
        return undefined;
      }
    },
    async forget(conversation) {
      await sweep();
      const { numDeletedRows } = await db
        .deleteFrom('keys')
        .where('conversation', '=', conversation)
        .executeTakeFirst();
      const wasThere = numDeletedRows > 0n;
      // Told to be gone, it is gone: from the log, too.
      if (wasThere) await log?.empty();
      return wasThere;
    },
  };
}
