import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Report, ReportShelf } from '../checks/report.js';
import { type OnUnread, readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { SHAPES } from './stored-shapes.js';
import { atOnce } from './unit-of-work.js';

/** How long a link to a report is good, in milliseconds: a week, so that a colleague can open it after the weekend. */
export const REPORT_LASTS_MS = 7 * 24 * 60 * 60 * 1000;
/** 256 bits: nobody finds a report by trying. */
const TOKEN_BYTES = 32;

/**
 * Keeps reports in the database under the SHA-256 of their token: whoever reads the database, or a copy of it, cannot
 * make a link from it.
 */
export function sqlReports(
  db: Kysely<Schema>,
  now: () => Date,
  randomBytes: (size: number) => Uint8Array,
  write = atOnce(db),
  onUnread: OnUnread = () => {},
): ReportShelf {
  return {
    async put(report, conversation) {
      const token = Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url');
      const expiresAt = new Date(now().getTime() + REPORT_LASTS_MS).toISOString();
      const row = {
        token_hash: hashOf(token),
        expires_at: expiresAt,
        item: JSON.stringify(report),
        conversation: conversation ?? null,
      };
      await write(db.insertInto('reports').values(row));
      return { token, expiresAt };
    },

    async get(token) {
      const row = await db
        .selectFrom('reports')
        .select('item')
        .where('token_hash', '=', hashOf(token))
        .where('expires_at', '>', now().toISOString())
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return readItem<Report>(row.item, SHAPES.reports, 'reports', onUnread);
    },

    async forgetExpired() {
      await db.deleteFrom('reports').where('expires_at', '<=', now().toISOString()).execute();
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
