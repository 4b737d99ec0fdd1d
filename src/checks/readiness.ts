import type { Account, Section } from './account.js';
import { agents } from './agents.js';
import { apiKey } from './api-key.js';
import type { Check, Expectations } from './check.js';
import { customFields } from './custom-fields.js';
import { emailNotifications } from './email-notifications.js';
import { CHECK_IDS, type CheckId, type Finding } from './finding.js';
import { inbox } from './inbox.js';
import { triggers } from './triggers.js';

/** Every check by its id. */
export const CHECKS: Readonly<Record<CheckId, Check>> = {
  'api-key': apiKey,
  inbox,
  agents,
  'custom-fields': customFields,
  triggers,
  'email-notifications': emailNotifications,
};

/** All that readiness reads, for `AccountReader.read`. */
export const READINESS_SECTIONS: readonly Section[] = [...new Set(CHECK_IDS.flatMap((id) => CHECKS[id].needs))];

/** One report of all checks. `ready`: every finding is OK, or confirmed by hand where nothing else is possible. */
export interface ReadinessReport {
  readonly kind: 'ready' | 'not-ready' | 'unclear';
  readonly site: string;
  /** When the account was read: ISO time. */
  readonly at: string;
  /** One per check, in the order of `CHECK_IDS`. */
  readonly findings: readonly Finding[];
}

/** Applies all checks to one account that was read with {@link READINESS_SECTIONS}. */
export function readForReadiness(account: Account, expectations: Expectations): ReadinessReport {
  const findings = CHECK_IDS.map((id) => CHECKS[id].look(account, expectations));
  const base = { site: account.site, at: account.readAt, findings };
  if (findings.some(({ kind }) => kind === 'problem')) return { kind: 'not-ready', ...base };
  return { kind: findings.every(isSettled) ? 'ready' : 'unclear', ...base };
}

function isSettled(finding: Finding): boolean {
  if (finding.kind !== 'unknown') return finding.kind === 'ok';
  return finding.doubts.every((doubt) => doubt.kind === 'only-by-hand' && doubt.confirmedAt !== null);
}
