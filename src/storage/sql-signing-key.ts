import type { Kysely } from 'kysely';
import type { Schema } from './schema.js';

const KEY_BYTES = 32;

/** The key that signs the website's tokens: made once, shared by all processes, the same after a restart. */
export async function sqlSigningKey(db: Kysely<Schema>, randomBytes: (size: number) => Buffer): Promise<Buffer> {
  const row = { name: 'tokens', secret: randomBytes(KEY_BYTES).toString('base64') };
  await db
    .insertInto('signing_keys')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { secret } = await db
    .selectFrom('signing_keys')
    .select('secret')
    .where('name', '=', row.name)
    .executeTakeFirstOrThrow();
  return Buffer.from(secret, 'base64');
}
