import { type KeyRing, memoryKeyRing } from '../checks/key-ring.js';
import { sealKey } from '../checks/sealed-key.js';
import type { AccountService, Practice } from '../dialogs/account/account-service.js';
import { practiceAccountOf, practiceKey } from '../simulator/practice-keys.js';
import type { Config } from './config.js';
import type { OpenCheckSet } from './open-check-set.js';
import type { Timed } from './phases.js';

export const MINUTE = 60 * 1000;
/** The practice account that a newcomer is lent: it has something of everything to mend. */
const PRACTICE_ACCOUNT = 'not-ready';

interface AccountDeps {
  /** Where keys are kept when several processes share the state; in memory without it. */
  readonly sharedKeys: KeyRing | undefined;
  /** Milliseconds that never go back. */
  readonly steady: () => number;
  readonly reads: AccountService['reads'];
  readonly wait: AccountService['wait'];
  readonly timed: Timed;
}

/** What the dialogs need to look at accounts. */
export function openAccountService(
  { set, practice }: OpenCheckSet,
  config: Config,
  { sharedKeys, steady, reads, wait, timed }: AccountDeps,
): AccountService {
  return {
    set,
    look: async (...what) => timed('look', () => set.look(...what)),
    keys: sharedKeys ?? memoryKeyRing(config.keyMinutes * MINUTE, steady),
    keptMinutes: config.keyMinutes,
    practice: practice && practiceAt(practice.site),
    reportAddress: (token) => `${config.publicUrl}/reports/${token}`,
    reads,
    wait,
  };
}

function practiceAt(site: string): Practice {
  return {
    site,
    lent: { site, host: 'practice', isPractice: true, key: sealKey(practiceKey(PRACTICE_ACCOUNT)) },
    page: (language, { key }) =>
      `${site}/accounts/${practiceAccountOf(key.reveal()) ?? PRACTICE_ACCOUNT}?lng=${language}`,
  };
}
