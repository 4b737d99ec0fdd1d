import type { Kysely } from 'kysely';
import type { Audit } from '../operate/audit.js';
import type { Schema } from './schema.js';

/** What operators did; listed newest first. */
export function sqlAudit(db: Kysely<Schema>): Audit {
  return {
    async note({ subject = null, ...entry }) {
      await db
        .insertInto('audit')
        .values({ ...entry, subject })
        .execute();
    },
    async list(most) {
      const rows = await db
        .selectFrom('audit')
        .select(['at', 'name', 'what', 'subject'])
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ subject, ...row }) => ({ ...row, subject: subject ?? undefined }));
    },
  };
}
