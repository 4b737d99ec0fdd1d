import type { PracticeAccountId } from './practice-keys.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One record as the API gives it. Writes replace it by a new one. */
export interface Row {
  readonly id: number;
  readonly [field: string]: Json;
}

/** The lists of an account, by the plural that the API calls them. */
export interface DeskLists {
  users: readonly Row[];
  agentinvites: readonly Row[];
  inboxes: readonly Row[];
  triggers: readonly Row[];
  customfields: readonly Row[];
  customfieldoptions: readonly Row[];
  tickets: readonly Row[];
  messages: readonly Row[];
  customers: readonly Row[];
  webhookendpoints: readonly Row[];
  ticketstatuses: readonly Row[];
  ticketpriorities: readonly Row[];
  tickettypes: readonly Row[];
  ticketsources: readonly Row[];
  tags: readonly Row[];
}
export type Plural = keyof DeskLists;

/** A practice account: what its key opens. Lists change when someone "fixes" the account. */
export interface DeskAccount {
  readonly id: PracticeAccountId;
  /** The host that it would have in reality: `practice.teamwork.com`. */
  readonly host: string;
  readonly key: { readonly kind: 'desk' | 'legacy'; readonly text: string };
  /** The owner of the key, among `users`. */
  readonly keyOwnerId: number;
  readonly lists: DeskLists;
  /** Private to the simulator, not of the API: who still gets e-mail. */
  emailNotifications: Record<string, boolean>;
  nextId: number;
}

/** Replaces the fields of one row; false when there is no such row. */
export function changeRow(
  account: DeskAccount,
  plural: Plural,
  id: number,
  change: Readonly<Record<string, Json>>,
): boolean {
  const rows = account.lists[plural];
  if (!rows.some((row) => row.id === id)) return false;
  account.lists[plural] = rows.map((row) => (row.id === id ? { ...row, ...change, id } : row));
  return true;
}

/** An account kept running for weeks must not grow without end; the oldest rows go first. */
const MOST_ADDED_ROWS = 1_000;
/** How much a list may hold once rows are added to it, in UTF-16 units of JSON: anybody knows the practice keys. */
const HEAVIEST_LIST = 2_000_000;
const weights = new WeakMap<Row, number>();

/** Adds a row with the next free number. */
export function addRow(account: DeskAccount, plural: Plural, row: Readonly<Record<string, Json>>): Row {
  const added: Row = { ...row, id: account.nextId++ };
  const rows = [...account.lists[plural], added].slice(-MOST_ADDED_ROWS);
  let weight = rows.reduce((sum, each) => sum + weightOf(each), 0);
  const first = rows.findIndex((each) => {
    if (weight <= HEAVIEST_LIST) return true;
    weight -= weightOf(each);
    return false;
  });
  account.lists[plural] = rows.slice(first);
  return added;
}

/** A row is weighed once. */
function weightOf(row: Row): number {
  const weight = weights.get(row) ?? JSON.stringify(row).length;
  weights.set(row, weight);
  return weight;
}

/** Is the owner of the account's key an admin? */
export function isAdmin(account: DeskAccount): boolean {
  const owner = account.lists.users.find(({ id }) => id === account.keyOwnerId);
  return owner?.role === 'Admin' || owner?.isAppOwner === true;
}
