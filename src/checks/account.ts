/**
 * Why something of the account could not be read. All ways in which the world can fail a look are members here; a bug
 * is not: it throws.
 */
export type Failure =
  /** 401: the key is unknown, revoked or mistyped. */
  | { readonly kind: 'refused' }
  /** The key works, but belongs to Teamwork (Projects) or to the old Desk interface: it opens v1 and not v2. */
  | { readonly kind: 'wrong-product' }
  /** 403: the key is valid and may not see this. */
  | { readonly kind: 'forbidden' }
  /** No such host, 404, or a redirect to another host. Of `me`: nothing of Desk lives at this address. */
  | { readonly kind: 'not-found' }
  /** 429, or our own backoff before it: asking again earlier only prolongs the block. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'timeout' }
  /** No connection, or a server that answered 5xx twice (`status`). */
  | { readonly kind: 'unreachable'; readonly status?: number }
  /** An answer came that does not say what it should: no JSON, missing parts, pages that do not add up. */
  | { readonly kind: 'unreadable'; readonly status?: number }
  /** The list was changed while its pages were read, each time that it was tried: no moment of it was seen whole. */
  | { readonly kind: 'changing' };

/** One section of an account: what was read, or why it could not be. */
export type SectionRead<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'failed'; readonly why: Failure };

/** `inconclusive`: the answer did not say, or said something that we do not know. */
export type LifeState = 'active' | 'deleted' | 'inconclusive';

/** The owner of the key. */
export interface Me {
  readonly id: number;
  readonly email: string | null;
  /** Null: the answer did not tell. */
  readonly isAdmin: boolean | null;
  /** False: told to be deleted, or something else that nobody explains; whoever asks with a key of theirs contradicts that. */
  readonly isActive: boolean;
}

/** Somebody who works in the account; the system actor of Desk is none. */
export interface Agent {
  readonly id: number;
  readonly email: string | null;
  /** First and last name; empty when inconclusive. */
  readonly name: string;
  readonly isPartTime: boolean | null;
  readonly state: LifeState;
}

/** An invitation that has not been accepted (or has been withdrawn: state `deleted`). */
export interface Invitation {
  readonly id: number;
  readonly agentId: number | null;
  readonly email: string | null;
  /** ISO time; null when inconclusive. */
  readonly sentAt: string | null;
  /** When the row was last changed, by sending it again among others: ISO time; null when inconclusive. */
  readonly touchedAt: string | null;
  readonly state: LifeState;
}

/** Where tickets come in. */
export interface Inbox {
  readonly id: number;
  readonly name: string;
  /** `sample`: by its name the test inbox of every new site; `personal`: belongs to one agent. */
  readonly type: 'team' | 'personal' | 'sample' | 'inconclusive';
  readonly state: LifeState;
  /** Null: the answer did not tell. */
  readonly sendsAutoReplies: boolean | null;
  /** The triggers that the inbox itself says are applied to it; their states stand with the triggers. */
  readonly triggerIds: readonly number[];
}

/** A rule that acts on tickets, by itself or when an agent says so. */
export interface Trigger {
  readonly id: number;
  readonly name: string;
  /** `incomplete` triggers do not run. */
  readonly state: 'active' | 'inactive' | 'incomplete' | 'deleted' | 'inconclusive';
  /** Manual triggers run only when an agent applies them. */
  readonly type: 'automatic' | 'manual' | 'inconclusive';
  /** Made by Desk itself. Null: the answer did not tell. */
  readonly isSystem: boolean | null;
  /** Applies to all current and future inboxes. */
  readonly isEverywhere: boolean;
  readonly inboxIds: readonly number[];
}

/** The six types of custom fields of Teamwork Desk, by the API's words. */
export type FieldType = 'text' | 'textarea' | 'dropdown' | 'checkboxes' | 'number' | 'date';

/** A field that the account has added to tickets. */
export interface CustomField {
  readonly id: number;
  readonly label: string;
  /** What customers see instead of the label; empty when inconclusive. */
  readonly customerLabel: string;
  /** Null: inconclusive, or a type that we do not know. */
  readonly type: FieldType | null;
  /** Null: the answer did not tell. */
  readonly isEnabled: boolean | null;
  readonly isRequired: boolean;
  /** Null: the answer did not tell. An option of which the name or the state is not known is an empty string. */
  readonly options: readonly string[] | null;
  readonly state: LifeState;
}

/** Whether an agent still gets e-mail. No public endpoint tells: see docs/teamwork-desk-api.md 2.7. */
interface EmailNotification {
  readonly email: string;
  readonly isOn: boolean;
}

/** What can be read of an account, section by section. `emailNotifications` is the seam for an endpoint to come. */
export interface SectionValues {
  readonly me: Me;
  readonly agents: readonly Agent[];
  readonly invitations: readonly Invitation[];
  readonly inboxes: readonly Inbox[];
  readonly triggers: readonly Trigger[];
  readonly customFields: readonly CustomField[];
  readonly emailNotifications: readonly EmailNotification[];
}

export type Section = keyof SectionValues;

/** An account as it was at one moment: plain JSON, without the key that opened it. */
export interface Account {
  /** The host that customers know, e.g. `acme.teamwork.com`. */
  readonly site: string;
  /** When the reading began: ISO time. */
  readonly readAt: string;
  readonly sections: { readonly [S in Section]?: SectionRead<SectionValues[S]> };
}

/** A section that a rule needs. Asking a rule about a section that nobody asked to read is a bug and throws. */
export function sectionOf<S extends Section>(account: Account, section: S): SectionRead<SectionValues[S]> {
  const reading: SectionRead<SectionValues[S]> | undefined = account.sections[section];
  if (reading === undefined) throw new Error(`Section ${section} was not asked for. Add it to the reader's sections.`);
  return reading;
}
