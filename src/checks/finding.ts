import type { Failure, FieldType, Section } from './account.js';

/** Each check has the id of the article that says what to do: the remedy. */
export type CheckId = 'api-key' | 'email-notifications' | 'triggers' | 'agents' | 'custom-fields' | 'inbox';

/** The order in which a report goes: nothing can be read without the key, and the inbox comes before what is in it. */
export const CHECK_IDS: readonly CheckId[] = [
  'api-key',
  'inbox',
  'agents',
  'custom-fields',
  'triggers',
  'email-notifications',
];

/** A name as the customer reads it on their screen, with the id that survives renaming. */
export interface Named {
  readonly id: number;
  readonly name: string;
}

/** Something proven wrong, with what a sentence about it needs. */
export type Defect =
  | { readonly kind: 'key-refused' }
  | { readonly kind: 'key-of-other-product' }
  | { readonly kind: 'key-not-admin' }
  /** Nothing of Desk lives at this address. */
  | { readonly kind: 'site-not-found'; readonly site: string }
  /** `inboxes` are those that it acts in; with `everywhere` all of today's, and those to come. */
  | {
      readonly kind: 'trigger-on';
      readonly trigger: Named;
      readonly everywhere: boolean;
      readonly inboxes: readonly Named[];
    }
  | { readonly kind: 'agent-missing'; readonly email: string }
  | { readonly kind: 'agent-part-time'; readonly email: string; readonly name: string }
  | { readonly kind: 'invitation-open'; readonly email: string; readonly sentAt: string | null }
  | { readonly kind: 'invitation-expired'; readonly email: string; readonly sentAt: string }
  | { readonly kind: 'field-missing'; readonly label: string; readonly type: FieldType }
  | { readonly kind: 'field-type'; readonly label: string; readonly expected: FieldType; readonly found: FieldType }
  /** `missing` are the expected options that are not there; empty when the list has no options at all. */
  | { readonly kind: 'field-options'; readonly label: string; readonly missing: readonly string[] }
  | { readonly kind: 'field-disabled'; readonly label: string }
  | { readonly kind: 'inbox-none' }
  | { readonly kind: 'inbox-only-sample'; readonly names: readonly string[] }
  | { readonly kind: 'inbox-only-personal'; readonly names: readonly string[] }
  /** Only where an account tells it at all (see `email-notifications`). */
  | { readonly kind: 'email-on'; readonly email: string };

/** Why a check cannot say more: the honest "I do not know". */
export type Doubt =
  /** `isAdmin`: the key is an admin's, so that a better key would see no more. */
  | { readonly kind: 'could-not-read'; readonly section: Section; readonly why: Failure; readonly isAdmin?: true }
  /** The key is no admin's: what it does not see may be there all the same. */
  | { readonly kind: 'not-admin'; readonly section: Section }
  /** The account does not tell whether the key is an admin's. */
  | { readonly kind: 'role-inconclusive' }
  /** For these, by name, the account does not tell what the check turns on. */
  | { readonly kind: 'inconclusive'; readonly section: Section; readonly names: readonly string[] }
  /** What was read of it does not fit together, so that it cannot be the whole. */
  | { readonly kind: 'contradiction'; readonly section: Section }
  /** Any of these may be the sample inbox of the site under a name of its own. */
  | { readonly kind: 'maybe-sample'; readonly names: readonly string[] }
  /** An empty list where at least one must be: the answer cannot be complete. */
  | { readonly kind: 'nothing-seen'; readonly section: Section }
  /** The customer has not said what should be there. */
  | { readonly kind: 'nothing-expected' }
  /** These parts of the customer's list could not be read: what they ask for was not looked for. */
  | { readonly kind: 'list-in-part'; readonly parts: readonly string[] }
  /** Teamwork Desk does not tell; only the customer can. `confirmedAt`: ISO time of their word, null without it. */
  | { readonly kind: 'only-by-hand'; readonly confirmedAt: string | null };

/** Worth a mention; changes no verdict. */
export type Note =
  | { readonly kind: 'triggers-manual'; readonly triggers: readonly Named[] }
  | { readonly kind: 'triggers-system'; readonly triggers: readonly Named[] }
  | { readonly kind: 'triggers-incomplete'; readonly triggers: readonly Named[] }
  | { readonly kind: 'auto-replies-on'; readonly inboxes: readonly Named[] }
  | { readonly kind: 'real-inboxes'; readonly inboxes: readonly Named[] }
  | { readonly kind: 'sample-inbox'; readonly names: readonly string[] }
  | {
      readonly kind: 'field';
      readonly label: string;
      readonly type: FieldType | null;
      readonly enabled: boolean | null;
    }
  /** Agents must fill these in: the import needs a value for each. */
  | { readonly kind: 'fields-required'; readonly labels: readonly string[] }
  /** Without a list of the customer all agents were looked at; who is missing cannot be told. */
  | { readonly kind: 'without-list' };

/** How many of what were looked at. */
export type Counts = { readonly [S in Exclude<Section, 'me'>]?: number };

interface AccountRead {
  readonly check: CheckId;
  /** When the account was read: ISO time. */
  readonly at: string;
  readonly lookedAt: Counts;
  readonly notes: readonly Note[];
  /** The article that says what to do: that of the API key when it is the key that hides the rest. */
  readonly remedy: CheckId;
}

/** What one check found. `ok` is proven; `problem` is proven too, and may leave doubts; `unknown` has doubts only. */
export type Finding =
  | (AccountRead & { readonly kind: 'ok' })
  | (AccountRead & {
      readonly kind: 'problem';
      readonly problems: readonly Defect[];
      readonly doubts: readonly Doubt[];
    })
  | (AccountRead & { readonly kind: 'unknown'; readonly doubts: readonly Doubt[] });

/** The facts that a rule gathers, before judgement. */
export interface Facts {
  readonly problems?: readonly Defect[];
  readonly doubts?: readonly Doubt[];
  readonly notes?: readonly Note[];
  readonly lookedAt?: Counts;
}

/** The only place where a finding is judged: a problem outweighs a doubt, and a doubt is never OK. */
export function judgeFacts(check: CheckId, at: string, facts: Facts): Finding {
  const { problems = [], doubts = [], notes = [], lookedAt = {} } = facts;
  const isTheKey = problems.length === 0 && doubts.some(isAboutKey);
  const look: AccountRead = { check, at, lookedAt, notes, remedy: isTheKey ? 'api-key' : check };
  if (problems.length > 0) return { ...look, kind: 'problem', problems, doubts };
  if (doubts.length > 0) return { ...look, kind: 'unknown', doubts };
  return { ...look, kind: 'ok' };
}

/** The customer comes no further here before they have another key. */
function isAboutKey(doubt: Doubt): boolean {
  if (doubt.kind === 'not-admin' || doubt.kind === 'role-inconclusive') return true;
  if (doubt.kind === 'contradiction') return doubt.section === 'me';
  return doubt.kind === 'could-not-read' && (doubt.why.kind === 'refused' || doubt.why.kind === 'wrong-product');
}
