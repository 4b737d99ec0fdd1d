import type { Memory } from '../../dialogs/memory.js';

/** What a turn found, as the logbook keeps it. */
export interface Found {
  /** Check → kind of finding, of what was looked at in this turn; absent when nothing was. */
  readonly kinds?: Readonly<Record<string, string>>;
  /** Checks that were not in order at the look before, of the same account, and are now. */
  readonly mended: readonly string[];
}

/** What a turn found in the customer's account, by kinds: nothing of the account itself. */
export function changedFindings({ looked: before }: Memory, { looked: after }: Memory): Found {
  if (!after || after === before) return { mended: [] };
  const known = before?.site === after.site ? before.findings : {};
  // What was not looked at is what it was, to the object.
  const fresh = Object.entries(after.findings).filter(([check, finding]) => known[check] !== finding);
  if (fresh.length === 0) return { mended: [] };
  return {
    kinds: Object.fromEntries(fresh.map(([check, { kind }]) => [check, kind])),
    mended: fresh.flatMap(([check, { kind }]) => (kind === 'ok' && known[check]?.kind === 'problem' ? [check] : [])),
  };
}
