import type { Account, Agent, Invitation } from './account.js';
import { type Check, doubtsOfList } from './check.js';
import { type Defect, type Doubt, judgeFacts } from './finding.js';
import { openInvitations } from './open-invitations.js';
import { plainEmail } from './plain-writing.js';
import { doubtsOfAbsence, readValue, unreadSections } from './read-section.js';

/** An invitation to Desk expires after 24 hours (support.teamwork.com); the answer has no field for it. */
const INVITATION_LASTS_MS = 24 * 60 * 60 * 1000;

/**
 * Are the agents there, full time, and in? With a list of e-mail addresses those are looked for; without one, every
 * agent of the account is looked at. Addresses are compared without regard to case. Who has no address is not on any list.
 */
export const agents: Check = {
  id: 'agents',
  needs: ['me', 'agents', 'invitations'],
  look(account, { agents: list, unreadAgents }) {
    const unread = unreadSections(account, this.needs);
    const told = readValue(account, 'agents');
    if (told === null) return judgeFacts('agents', account.readAt, { doubts: unread });
    const team = told.filter(({ state }) => state !== 'deleted');
    const invitations = readValue(account, 'invitations');
    const open = openInvitations(invitations ?? [], told);
    const wanted = list === null || list.length === 0 ? null : new Set(list.map(plainEmail));
    const isOnList = (email: string | null): boolean =>
      wanted === null || (email !== null && wanted.has(plainEmail(email)));
    const people = team.filter(({ email }) => isOnList(email));
    const concerned = open.filter(({ email }) => email === null || isOnList(email));
    const notSeen = unseen(wanted, [...people, ...concerned]);
    const nameless = notSeen.length > 0 ? team.filter(({ email }) => email === null) : [];
    const hidden = doubtsOfAbsence(account, 'agents');
    const absence = hidden.length > 0 ? hidden : doubtsOfTeam(account, team);
    const isHidden =
      unread.length + absence.length + nameless.length > 0 || concerned.some(({ email }) => email === null);
    const split = people.filter((person) => isContradicted(person, people));
    return judgeFacts('agents', account.readAt, {
      problems: [
        ...(isHidden ? [] : notSeen.map((email): Defect => ({ kind: 'agent-missing', email }))),
        ...people.filter((person) => !split.includes(person)).flatMap(partTime),
        ...concerned.flatMap((invitation) => stillOpen(invitation, account)),
      ],
      doubts: [
        ...(unread.length > 0 ? unread : absence),
        ...(wanted === null ? [] : doubtsOfList(unreadAgents)),
        ...inconclusive('agents', [...people.filter(isUntoldAgent), ...split, ...nameless].map(nameOf)),
        ...inconclusive(
          'invitations',
          concerned.filter(isUntoldInvitation).map(({ email, id }) => email ?? `#${id}`),
        ),
      ],
      notes: wanted === null ? [{ kind: 'without-list' }] : [],
      lookedAt: {
        agents: team.length,
        ...(invitations !== null && { invitations: invitations.filter(({ state }) => state !== 'deleted').length }),
      },
    });
  },
};

/** Someone owns the key: a list without them is not the whole list. */
function doubtsOfTeam(account: Account, team: readonly Agent[]): Doubt[] {
  if (team.length === 0) return [{ kind: 'nothing-seen', section: 'agents' }];
  const me = readValue(account, 'me');
  return me === null || team.some(({ id }) => id === me.id) ? [] : [{ kind: 'contradiction', section: 'agents' }];
}

/** Who of the list is seen neither among the agents nor among the invited. */
function unseen(wanted: ReadonlySet<string> | null, seen: readonly { readonly email: string | null }[]): string[] {
  const found = new Set(seen.map(({ email }) => plainEmail(email ?? '')));
  return [...(wanted ?? [])].filter((email) => !found.has(email));
}

function partTime({ isPartTime, email, name, state }: Agent): Defect[] {
  return isPartTime === true && state === 'active' ? [{ kind: 'agent-part-time', email: email ?? '', name }] : [];
}

/** Two agents of one address, of whom one is part time: which of them will the import take? */
function isContradicted({ email, isPartTime }: Agent, people: readonly Agent[]): boolean {
  if (email === null) return false;
  return people.some(
    (other) => other.email !== null && plainEmail(other.email) === plainEmail(email) && other.isPartTime !== isPartTime,
  );
}

function stillOpen({ email, sentAt, touchedAt, state }: Invitation, { readAt }: Account): Defect[] {
  if (email === null || state !== 'active') return [];
  const isOld = (time: string): boolean => Date.parse(time) + INVITATION_LASTS_MS < Date.parse(readAt);
  if (sentAt === null || !isOld(sentAt)) return [{ kind: 'invitation-open', email, sentAt }];
  // Changed since, perhaps sent again: still not accepted, and how long it lasts nobody can tell.
  if (touchedAt !== null && !isOld(touchedAt)) return [{ kind: 'invitation-open', email, sentAt: null }];
  return [{ kind: 'invitation-expired', email, sentAt }];
}

function isUntoldAgent({ email, isPartTime, state }: Agent): boolean {
  return email === null || isPartTime === null || state === 'inconclusive';
}

function isUntoldInvitation({ email, state }: Invitation): boolean {
  return email === null || state === 'inconclusive';
}

function nameOf({ email, name, id }: Agent): string {
  return email ?? (name || `#${id}`);
}

function inconclusive(section: 'agents' | 'invitations', names: readonly string[]): Doubt[] {
  return names.length > 0 ? [{ kind: 'inconclusive', section, names: [...new Set(names)] }] : [];
}
