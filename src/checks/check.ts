import type { Account, Section } from './account.js';
import type { CheckId, Finding } from './finding.js';
import type { ExpectedField } from './read-expected-fields.js';

/** What the customer told us that no account can: what should be there, and what they did by hand. */
export interface Expectations {
  /** E-mail addresses of the agents who must exist; null: look at all that are there. */
  readonly agents: readonly string[] | null;
  /** The custom fields that must exist; null: only say which there are. */
  readonly fields: readonly ExpectedField[] | null;
  /** When the customer said that all e-mail notifications are off: ISO time. */
  readonly emailOffConfirmedAt: string | null;
}

export const NOTHING_EXPECTED: Expectations = { agents: null, fields: null, emailOffConfirmedAt: null };

/** One rule about an account. Pure: what was read goes in, one finding comes out. */
export interface Check {
  readonly id: CheckId;
  /** The sections that must have been asked for before the rule can look. */
  readonly needs: readonly Section[];
  look(account: Account, expectations: Expectations): Finding;
}
