import type { Kysely } from 'kysely';
import { memoryKeyRing } from '../checks/key-ring.js';
import type { ReportShelf } from '../checks/report.js';
import { sealKey } from '../checks/sealed-key.js';
import { openDispatcher } from '../checks/teamwork-desk/open-dispatcher.js';
import { createTeamworkDeskReader } from '../checks/teamwork-desk/teamwork-desk-reader.js';
import { practiceKey } from '../demo/practice-keys.js';
import { type AccountRoom, createRunningLooks, type Practice } from '../dialogs/account-room.js';
import type { Schema } from '../storage/schema.js';
import { sealedKeyRing } from '../storage/sealed-key-ring.js';
import type { Config } from './config.js';
import type { Log } from './log.js';

const MINUTE = 60 * 1000;
/** The practice account that a newcomer is lent: it has something of everything to mend. */
const PRACTICE_ACCOUNT = 'not-ready';

interface AccountNeeds {
  readonly db: Kysely<Schema>;
  readonly reports: ReportShelf;
  readonly log: Log;
  readonly now: () => Date;
  readonly wait: AccountRoom['wait'];
  /** Where the practice account listens, when it is on. */
  readonly practiceSite: string | undefined;
}

/** Opens what the dialogs need to look at accounts. Close it on the way out: it holds connections. */
export function openAccountRoom(config: Config, { db, reports, log, now, wait, practiceSite }: AccountNeeds): AccountRoom & { close(): Promise<void> } {
  const dispatcher = openDispatcher();
  const clock = () => now().getTime();
  const keptFor = config.keyMinutes * MINUTE;
  return {
    reader: createTeamworkDeskReader({
      dispatcher,
      now: clock,
      ...(practiceSite === undefined ? {} : { practiceSite }),
      onFailure: (failure) => log.warn({ event: 'account not read', ...failure }),
    }),
    keys: config.keySecret ? sealedKeyRing(db, config.keySecret, keptFor, clock) : memoryKeyRing(keptFor, clock),
    keptMinutes: config.keyMinutes,
    practice: practiceSite === undefined ? undefined : practiceAt(practiceSite),
    reports,
    reportAddress: (token) => `${config.publicUrl}/reports/${token}`,
    looks: createRunningLooks(),
    wait,
    close: () => dispatcher.close(),
  };
}

function practiceAt(site: string): Practice {
  return {
    site,
    lent: { site, host: 'practice', isPractice: true, key: sealKey(practiceKey(PRACTICE_ACCOUNT)) },
    page: (language) => `${site}/accounts/${PRACTICE_ACCOUNT}?lng=${language}`,
  };
}
