import type { Counts, Finding } from '../../checks/finding.js';
import { clockTime } from './moment.js';
import type { Words } from './words.js';

/** What was looked at, and when: the last line of everything that a look says (rule 21). */
export function lookedAtText(finding: Finding, t: Words, language: string, timeZone: string): string {
  const time = clockTime(finding.at, language, timeZone);
  const what = counted(finding.lookedAt, t);
  if (what !== '') return t('finding.looked.at', { time, what });
  if (isOnlyByHand(finding)) return t('finding.looked.hidden', { time });
  return sawOwner(finding)
    ? t('finding.looked.at', { time, what: t('finding.looked.owner') })
    : t('finding.looked.tried', { time });
}

/** "2 inboxes, 5 triggers"; empty when nothing was. */
export function counted(counts: Counts, t: Words): string {
  const { inboxes, agents, invitations, customFields, triggers, emailNotifications } = counts;
  return [
    inboxes === undefined ? '' : t('finding.count.inboxes', { count: inboxes }),
    agents === undefined ? '' : t('finding.count.agents', { count: agents }),
    invitations === undefined ? '' : t('finding.count.invitations', { count: invitations }),
    customFields === undefined ? '' : t('finding.count.customFields', { count: customFields }),
    triggers === undefined ? '' : t('finding.count.triggers', { count: triggers }),
    emailNotifications === undefined ? '' : t('finding.count.emailNotifications', { count: emailNotifications }),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function isOnlyByHand(finding: Finding): boolean {
  return finding.kind === 'unknown' && finding.doubts.some(({ kind }) => kind === 'only-by-hand');
}

/** The key's own check counts nothing: it looks at the one who owns the key. */
function sawOwner(finding: Finding): boolean {
  if (finding.check !== 'api-key' || finding.kind === 'ok') return finding.check === 'api-key';
  if (finding.kind === 'unknown') return finding.doubts.every(({ kind }) => kind === 'role-inconclusive');
  return finding.problems.every(({ kind }) => kind === 'key-not-admin');
}
