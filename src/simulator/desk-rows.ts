import type { Json, Row } from './desk-account.js';

/** Desk's own actor (docs/teamwork-desk-api.md 1.6). */
const SYSTEM_ACTOR = { id: 999_999_999, type: 'users' };
const OWNER = { id: 410_021, type: 'users' };

/** The fields that every record of v2 has. */
function base(id: number, at: string): Row {
  return { id, createdAt: at, updatedAt: at, createdBy: OWNER, updatedBy: OWNER, state: 'active' };
}

export interface Person {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role?: 'Admin' | 'Agent';
  readonly isPartTime?: boolean;
  readonly isAppOwner?: boolean;
}

/** A row of `users.json` (docs/teamwork-desk-api.md 2.2). */
export function userRow(person: Person, at: string): Row {
  const { id, email, firstName, lastName, role = 'Agent', isPartTime = false, isAppOwner = false } = person;
  return {
    ...base(id, at),
    ...{ email, firstName, lastName, avatarURL: '', editMethod: 'html', isPartTime, ticketReplyRedirect: 'Inbox' },
    ...{
      reviewer: false,
      trainingWheelsEnrollment: null,
      role,
      sendPushNotifications: true,
      sendWebNotifications: true,
    },
    ...{ autoFollowOnCC: false, timeFormatId: 1, timezoneId: 62, projectsCompanyId: 90_001, isAppOwner },
    createdBy: isAppOwner ? SYSTEM_ACTOR : OWNER,
  };
}

/** A row of `agentinvites.json` (docs/teamwork-desk-api.md 2.3); there is no field for the expiry. */
export function invitationRow(id: number, userId: number, at: string): Row {
  return { ...base(id, at), user: { id: userId, type: 'users' } };
}

export interface NewInbox {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly userIds?: readonly number[];
  readonly adminIds?: readonly number[];
  readonly triggerIds?: readonly number[];
  readonly autoReplyEnabled?: boolean;
  readonly ownerId?: number;
}

/** A row of `inboxes.json` (docs/teamwork-desk-api.md 2.4), with the secrets that a client must drop. */
export function inboxRow(inbox: NewInbox, at: string): Row {
  const { id, name, email, userIds = [], adminIds = [], triggerIds, autoReplyEnabled = false, ownerId } = inbox;
  const localPart = email.split('@')[0] ?? '';
  return {
    ...base(id, at),
    ...{
      name,
      email,
      localPart,
      forwardingAddress: `${localPart}@practice.teamwork.com`,
      emailForwardingState: 'Active',
    },
    ...{
      verified: true,
      type: ownerId === undefined ? 'team' : 'personal',
      displayOrder: 0,
      isAdmin: true,
      starred: true,
    },
    user: ownerId === undefined ? null : { id: ownerId, type: 'users' },
    ...{ clientOnly: false, notificationsOnly: false, synced: false, autoReplyEnabled, autoReplySubject: '' },
    ...{ autoReplyMessage: null, happinessRatingEnabled: true, happinessRatingMessage: 'Thanks!', spamThreshold: 5 },
    ...{ includeTicketHistoryOnForward: true, timeloggingEnabled: false, usingOfficeHours: false, languageCode: 'en' },
    ...{ sendEmailsFrom: 'Mailbox Name', signature: '<div>--</div>', onClosedLock: 'never', onClosedWait: 0 },
    ...{ useTeamworkMailServer: true, smtpProvider: 'custom', smtpUsername: 'practice-smtp-user' },
    ...{ smtpPassword: 'practice-smtp-password', oauth2token: 'practice-oauth-token' },
    ticketstatus: { id: 3, type: 'ticketstatuses' },
    tickettypes: [{ id: 143_616, type: 'tickettypes' }],
    users: userIds.map((userId) => ({
      id: userId,
      type: 'users',
      meta: { access: 'full', isAdmin: adminIds.includes(userId), starred: false, state: 'active' },
    })),
    triggers:
      triggerIds?.map((triggerId, at) => ({ id: triggerId, type: 'triggers', meta: { displayOrder: at + 1 } })) ?? null,
    ...{ inboxaliases: null, inboxcnames: [], inboxemailrefs: null, projects: [], restricteddomains: null },
  };
}

export interface NewTrigger {
  readonly id: number;
  readonly name: string;
  readonly state: 'active' | 'inactive' | 'incomplete';
  readonly type?: 'Automatic' | 'Manual';
  readonly isSystem?: boolean;
  readonly everywhere?: boolean;
  readonly inboxIds?: readonly number[];
}

/** A row of `triggers.json` (docs/teamwork-desk-api.md 2.5). */
export function triggerRow(trigger: NewTrigger, at: string): Row {
  const { id, name, state, type = 'Automatic', isSystem = false, everywhere = false, inboxIds = [] } = trigger;
  return {
    ...base(id, at),
    ...{ name, description: '', type, state, isSystem, isShared: everywhere || inboxIds.length > 1 },
    ...{ agentHasAccess: type === 'Manual', addToNewInboxes: everywhere },
    inboxes: inboxIds.map((inboxId) => ({ id: inboxId, type: 'inboxes' })),
    conditions: [{ id: id * 10 + 1, type: 'conditions' }],
    triggeractions: [{ id: id * 10 + 2, type: 'triggeractions' }],
  };
}

export interface NewField {
  readonly id: number;
  readonly label: string;
  readonly kind: string;
  readonly optionIds?: readonly number[];
  readonly customerLabel?: string;
  readonly required?: boolean;
  readonly enabled?: boolean;
}

/** A row of `customfields.json` (docs/teamwork-desk-api.md 2.6). */
export function customFieldRow(field: NewField, at: string): Row {
  const { id, label, kind, optionIds = [], customerLabel = label, required = false, enabled = true } = field;
  return {
    ...base(id, at),
    ...{ agentLabel: label, customerLabel, kind, description: '', placeholder: '', defaultValue: '', displayOrder: 0 },
    ...{ agentRequired: required, customerRequired: false, addToNewInboxes: true, enabled, locked: false },
    inboxes: [],
    options: optionIds.map((optionId): Json => ({ id: optionId, type: 'customfieldoptions' })),
  };
}
