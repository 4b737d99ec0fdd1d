import { type KeyRing, memoryKeyRing } from '../checks/key-ring.js';
import { sealKey } from '../checks/sealed-key.js';
import { openDispatcher } from '../checks/teamwork-desk/open-dispatcher.js';
import { createTeamworkDeskReader } from '../checks/teamwork-desk/teamwork-desk-reader.js';
import { type AccountService, createRunningReads, type Practice } from '../dialogs/account/account-service.js';
import { practiceKey } from '../simulator/practice-keys.js';
import type { Config } from './config.js';
import type { Log } from './log.js';
import { steadyClock } from './steady-clock.js';

export const MINUTE = 60 * 1000;
/** The practice account that a newcomer is lent: it has something of everything to mend. */
const PRACTICE_ACCOUNT = 'not-ready';

interface AccountDeps {
  /** Where keys are kept when several processes share the state; in memory without it. */
  readonly sharedKeys: KeyRing | undefined;
  readonly log: Log;
  readonly now: () => Date;
  readonly wait: AccountService['wait'];
  /** Where the practice account listens, when it is on. */
  readonly practiceSite: string | undefined;
}

/** Opens what the dialogs need to look at accounts. Close it on the way out: it holds connections. */
export function openAccountService(
  config: Config,
  { sharedKeys, log, now, wait, practiceSite }: AccountDeps,
): AccountService & { close(): Promise<void> } {
  const dispatcher = openDispatcher();
  const steady = steadyClock(now);
  return {
    reader: createTeamworkDeskReader({
      dispatcher,
      now: () => now().getTime(),
      steady,
      ...(practiceSite === undefined ? {} : { practiceSite }),
      onFailure: (failure) => log.warn({ event: 'account not read', ...failure }),
    }),
    keys: sharedKeys ?? memoryKeyRing(config.keyMinutes * MINUTE, steady),
    keptMinutes: config.keyMinutes,
    practice: practiceSite === undefined ? undefined : practiceAt(practiceSite),
    reportAddress: (token) => `${config.publicUrl}/reports/${token}`,
    reads: createRunningReads(),
    wait,
    // Nobody is told any more what an account answers now: it is not waited for.
    close: () => dispatcher.destroy(),
  };
}

function practiceAt(site: string): Practice {
  return {
    site,
    lent: { site, host: 'practice', isPractice: true, key: sealKey(practiceKey(PRACTICE_ACCOUNT)) },
    page: (language) => `${site}/accounts/${PRACTICE_ACCOUNT}?lng=${language}`,
  };
}
