import { createHash } from 'node:crypto';
import type { Account } from '../../checks/account.js';
import { type Expectations, NOTHING_EXPECTED } from '../../checks/check.js';
import type { Lent } from '../../checks/key-ring.js';
import type { AccountNotes, Memory } from '../memory.js';

/** Accounts that are remembered beside the one that was looked at last: as many as a consultant may have in hand. */
const MOST_OTHERS = 8;
const PRACTICE = 'practice-';

/** Which account a key opens: that of its site; practice accounts share a site, and each has one key, known to all. */
export function accountOf({ host, isPractice, key }: Lent): string {
  if (!isPractice) return host;
  return PRACTICE + createHash('sha256').update(key.reveal()).digest('base64url').slice(0, 12);
}

/**
 * What changes in the memory when this account is looked at: its own notes come to hand, those of another are laid aside.
 * Lists that were given before any account was looked at are about the first one.
 */
export function takeNotesOf(account: string, memory: Memory): Partial<Memory> {
  if (memory.account === account) return {};
  const { looked, expectations, wasOn, otherAccounts = {} } = memory;
  if (memory.account === undefined && wasOn === undefined) return { account, looked: undefined };
  // Kept before accounts were told apart: those of a site are of its one account.
  const before = memory.account ?? wasOn?.site ?? '';
  if (before === account) return { account };
  const { [account]: own = {}, ...others } = otherAccounts;
  return {
    account,
    ...{ looked: own.looked, expectations: own.expectations, wasOn: own.wasOn },
    otherAccounts: atMost(MOST_OTHERS, { ...others, [before]: { looked, expectations, wasOn } }),
  };
}

/** The longest unseen go first, and the practice accounts before the real ones. */
function atMost(
  most: number,
  accounts: Readonly<Record<string, AccountNotes>>,
): Readonly<Record<string, AccountNotes>> {
  const names = Object.keys(accounts);
  const byWorth = [
    ...names.filter((name) => name.startsWith(PRACTICE)),
    ...names.filter((name) => !name.startsWith(PRACTICE)),
  ];
  const kept = new Set(byWorth.slice(-most));
  return Object.fromEntries(Object.entries(accounts).filter(([name]) => kept.has(name)));
}

/** What the customer said about an account; that nothing is expected when they said nothing. */
export function expectationsOf({ expectations }: AccountNotes): Expectations {
  return expectations ?? NOTHING_EXPECTED;
}

/** With another list what was found by the one before can no longer be compared. */
export function withList(
  check: 'agents' | 'custom-fields',
  list: Pick<Expectations, 'agents' | 'unreadAgents'> | Pick<Expectations, 'fields' | 'unreadFields'>,
  memory: Memory,
): Partial<Memory> {
  const before = expectationsOf(memory);
  const expectations = { ...before, ...list };
  const isSame = JSON.stringify(before) === JSON.stringify(expectations);
  if (isSame || !memory.looked) return { expectations };
  const { [check]: _, ...findings } = memory.looked.findings;
  const { [check]: _first, ...first } = memory.looked.first ?? {};
  return { expectations, looked: { ...memory.looked, findings, first } };
}

/** The customer's word about an account, also about one that is not at hand: its button may be older than the last look. */
export function withEmailOff(confirmedAt: string | null, account: string | undefined, memory: Memory): Partial<Memory> {
  const { otherAccounts = {} } = memory;
  const set = (notes: AccountNotes) => ({ ...expectationsOf(notes), emailOffConfirmedAt: confirmedAt });
  if (account === undefined || memory.account === undefined || account === memory.account) {
    return { expectations: set(memory) };
  }
  const notes = otherAccounts[account];
  return notes ? { otherAccounts: { ...otherAccounts, [account]: { ...notes, expectations: set(notes) } } } : {};
}

/** What was on, of each account in which something was; of a practice account only when there is nothing else. */
export function allThatWasOn({ looked, wasOn, otherAccounts = {} }: Memory): readonly AccountNotes[] {
  const all = [{ looked, wasOn }, ...Object.values(otherAccounts)].filter(
    (notes) => (notes.wasOn?.things ?? []).length > 0,
  );
  const real = all.filter((notes) => notes.wasOn?.site !== 'practice');
  return real.length > 0 ? real : all.slice(0, 1);
}

/** Whether there are notes of what was on in this account. */
export function wasOnIn(account: string, { account: atHand, wasOn, otherAccounts = {} }: Memory): boolean {
  return (account === (atHand ?? wasOn?.site) ? wasOn : otherAccounts[account]?.wasOn) !== undefined;
}

/** Was anything of it read? Without the owner of the key nothing was, and nothing is remembered as seen. */
export function wasOpened({ sections }: Account): boolean {
  return sections.me?.kind === 'read';
}
