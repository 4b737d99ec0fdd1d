import type { Account, Section } from './account.js';
import type { CheckId, Doubt, Finding } from './finding.js';
import type { ExpectedField } from './read-expected-fields.js';

/** What the customer told us that no account can: what should be there, and what they did by hand. */
export interface Expectations {
  /** E-mail addresses of the agents who must exist; null: look at all that are there. */
  readonly agents: readonly string[] | null;
  /** The custom fields that must exist; null: only say which there are. */
  readonly fields: readonly ExpectedField[] | null;
  /** What could not be read of those lists; nothing when all was. */
  readonly unreadAgents?: readonly string[];
  readonly unreadFields?: readonly string[];
  /** When the customer said that all e-mail notifications are off: ISO time. */
  readonly emailOffConfirmedAt: string | null;
}

export const NOTHING_EXPECTED: Expectations = { agents: null, fields: null, emailOffConfirmedAt: null };

/** A list that was read in part proves nothing of the rest. */
export function doubtsOfList(unread: readonly string[] = []): Doubt[] {
  return unread.length > 0 ? [{ kind: 'list-in-part', parts: unread }] : [];
}

/** One rule about an account. Pure: what was read goes in, one finding comes out. */
export interface Check {
  readonly id: CheckId;
  /** The sections that must have been asked for before the rule can look. */
  readonly needs: readonly Section[];
  look(account: Account, expectations: Expectations): Finding;
}
