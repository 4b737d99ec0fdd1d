import type { Kysely } from 'kysely';
import { ROLES } from '../operate/role.js';
import type { Sessions } from '../operate/sessions.js';
import type { Schema } from './schema.js';

/**
 * Sessions of operators by the hash of their token (SHA-256), never the token; what has expired is not found and goes
 * when another begins.
 */
export function sqlOperatorSessions(db: Kysely<Schema>, now: () => Date): Sessions {
  return {
    async begin(token_hash, { name, role }, expires_at) {
      await db.deleteFrom('operator_sessions').where('expires_at', '<=', now().toISOString()).execute();
      await db.insertInto('operator_sessions').values({ token_hash, name, role, expires_at }).execute();
    },
    async find(tokenHash) {
      const row = await db
        .selectFrom('operator_sessions')
        .select(['name', 'role'])
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now().toISOString())
        .executeTakeFirst();
      const role = ROLES.find((each) => each === row?.role);
      return row && role && { name: row.name, role };
    },
    async end(tokenHash) {
      await db.deleteFrom('operator_sessions').where('token_hash', '=', tokenHash).execute();
    },
  };
}
