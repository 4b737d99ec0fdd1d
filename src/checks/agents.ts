import type { Account, Agent, Invitation } from './account.js';
import type { Check } from './check.js';
import { type Defect, type Doubt, judgeFacts } from './finding.js';
import { doubtsOfAbsence, readValue, unreadSections } from './read-section.js';

/** An invitation to Desk expires after 24 hours (support.teamwork.com); the answer has no field for it. */
const INVITATION_LASTS_MS = 24 * 60 * 60 * 1000;

/**
 * Are the agents there, full time, and in? With a list of e-mail addresses those are looked for; without one, every
 * agent of the account is looked at. Addresses are compared without regard to case.
 */
export const agents: Check = {
  id: 'agents',
  needs: ['me', 'agents', 'invitations'],
  look(account, { agents: list }) {
    const unread = unreadSections(account, this.needs);
    const team = readValue(account, 'agents')?.filter(({ state }) => state !== 'deleted');
    if (team === undefined) return judgeFacts('agents', account.readAt, { doubts: unread });
    const invitations = readValue(account, 'invitations')?.filter(({ state }) => state !== 'deleted');
    const wanted = list === null || list.length === 0 ? null : new Set(list.map(sameCase));
    const concerned = (email: string | null): boolean =>
      wanted === null || email === null || wanted.has(sameCase(email));
    const people = team.filter(({ email }) => concerned(email));
    const open = (invitations ?? []).filter(({ email }) => concerned(email));
    const absence = doubtsOfAbsence(account, 'agents');
    const seen = [...people, ...open].map(({ email }) => email);
    const canMiss = absence.length === 0 && !seen.includes(null);
    return judgeFacts('agents', account.readAt, {
      problems: [
        ...(canMiss ? missing(wanted, seen) : []),
        ...people.flatMap(partTime),
        ...open.flatMap((invitation) => stillOpen(invitation, account)),
      ],
      doubts: [
        ...(unread.length > 0 ? unread : absence),
        ...inconclusive(
          'agents',
          people.filter(isUntoldAgent).map(({ email, name, id }) => email ?? (name || `#${id}`)),
        ),
        ...inconclusive(
          'invitations',
          open.filter(isUntoldInvitation).map(({ email, id }) => email ?? `#${id}`),
        ),
        ...(team.length === 0 && wanted === null ? [{ kind: 'nothing-seen', section: 'agents' } as const] : []),
      ],
      notes: wanted === null ? [{ kind: 'without-list' }] : [],
      lookedAt: { agents: team.length, ...(invitations !== undefined && { invitations: invitations.length }) },
    });
  },
};

function missing(wanted: ReadonlySet<string> | null, seen: readonly (string | null)[]): Defect[] {
  const found = new Set(seen.map((email) => sameCase(email ?? '')));
  return [...(wanted ?? [])].filter((email) => !found.has(email)).map((email) => ({ kind: 'agent-missing', email }));
}

function partTime({ isPartTime, email, name }: Agent): Defect[] {
  return isPartTime === true ? [{ kind: 'agent-part-time', email: email ?? '', name }] : [];
}

function stillOpen({ email, sentAt, state }: Invitation, { readAt }: Account): Defect[] {
  if (email === null || state !== 'active') return [];
  const isExpired = sentAt !== null && Date.parse(sentAt) + INVITATION_LASTS_MS < Date.parse(readAt);
  return isExpired ? [{ kind: 'invitation-expired', email, sentAt }] : [{ kind: 'invitation-open', email, sentAt }];
}

function isUntoldAgent({ email, isPartTime, state }: Agent): boolean {
  return email === null || isPartTime === null || state === 'inconclusive';
}

function isUntoldInvitation({ email, state }: Invitation): boolean {
  return email === null || state === 'inconclusive';
}

function inconclusive(section: 'agents' | 'invitations', names: readonly string[]): Doubt[] {
  return names.length > 0 ? [{ kind: 'inconclusive', section, names }] : [];
}

function sameCase(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
