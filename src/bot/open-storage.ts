import { randomBytes } from 'node:crypto';
import type { ConversationReference } from 'botbuilder';
import type { Carried } from '../dialogs/carried.js';
import { openDatabase } from '../storage/open-database.js';
import { forgetBefore, proveWritable } from '../storage/schema.js';
import { sealedKeyRing } from '../storage/sealed-key-ring.js';
import { sqlActivityLog } from '../storage/sql-activity-log.js';
import { sqlCarryCodes } from '../storage/sql-carry-codes.js';
import { sqlDesk } from '../storage/sql-desk.js';
import { sqlLogbook } from '../storage/sql-logbook.js';
import { sqlOutbox } from '../storage/sql-outbox.js';
import { sqlReferences } from '../storage/sql-references.js';
import { sqlReports } from '../storage/sql-reports.js';
import { sqlSigningKey } from '../storage/sql-signing-key.js';
import { sqlState } from '../storage/sql-state.js';
import { sqlTranscript } from '../storage/sql-transcript.js';
import type { Config } from './config.js';
import { MINUTE } from './open-account-room.js';

const DAY = 24 * 60 * 60 * 1000;

/** Everything that is kept, in one database; what is too old is forgotten at once. */
export async function openStorage(config: Config, now: () => Date, random: () => number) {
  const db = await openDatabase(config.dataFolder);
  const reports = sqlReports(db, now, randomBytes);
  const forgetOld = async () => {
    await forgetBefore(db, new Date(now().getTime() - config.retentionDays * DAY).toISOString());
    await reports.forgetExpired();
  };
  await forgetOld();
  return {
    state: sqlState(db, now),
    transcript: sqlTranscript(db),
    desk: sqlDesk(db),
    logbook: sqlLogbook(db),
    reports,
    outbox: sqlOutbox(db, now),
    references: sqlReferences<Partial<ConversationReference>>(db, now),
    carryCodes: sqlCarryCodes<Carried>(db, now, random),
    /** Absent without a secret to seal them with: keys then stay in this process. */
    keys: config.keySecret
      ? sealedKeyRing(db, config.keySecret, config.keyMinutes * MINUTE, () => now().getTime())
      : undefined,
    web: { log: sqlActivityLog(db, now), key: await sqlSigningKey(db, randomBytes) },
    forgetOld,
    isWritable: () => proveWritable(db),
    close: () => db.destroy(),
  };
}
