import type { Account } from './account.js';
import type { Check } from './check.js';
import { type Facts, judgeFacts } from './finding.js';

/**
 * Are all e-mail notifications off? Teamwork Desk has no public endpoint that tells (docs/teamwork-desk-api.md 2.7),
 * so the customer's own word is asked for and remembered with its date; it never becomes OK. A reader that learns to
 * tell fills the section `emailNotifications`, and this rule judges it.
 */
export const emailNotifications: Check = {
  id: 'email-notifications',
  needs: ['me'],
  look: (account, { emailOffConfirmedAt }) =>
    judgeFacts('email-notifications', account.readAt, factsOf(account, emailOffConfirmedAt)),
};

function factsOf(account: Account, confirmedAt: string | null): Facts {
  const told = account.sections.emailNotifications;
  if (told === undefined) return { doubts: [{ kind: 'only-by-hand', confirmedAt }] };
  if (told.kind === 'failed') {
    return { doubts: [{ kind: 'could-not-read', section: 'emailNotifications', why: told.why }] };
  }
  const lookedAt = { emailNotifications: told.value.length };
  if (told.value.length === 0) return { lookedAt, doubts: [{ kind: 'nothing-seen', section: 'emailNotifications' }] };
  const on = told.value.filter(({ isOn }) => isOn);
  return { lookedAt, problems: on.map(({ email }) => ({ kind: 'email-on', email })) };
}
