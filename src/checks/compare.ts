import type { Defect, Doubt, Finding } from './finding.js';
import { problemIdentity } from './problem-identity.js';

/** What has changed between two looks of the same check: "2 of 3 triggers are off now; still on: …". */
export type Change =
  /** The second look saw nothing that would let us compare. */
  | { readonly kind: 'cannot-tell'; readonly doubts: readonly Doubt[] }
  | {
      readonly kind: 'compared';
      /** How many problems the first look found. */
      readonly before: number;
      readonly fixed: readonly Defect[];
      /** As the second look sees them. */
      readonly remaining: readonly Defect[];
      readonly appeared: readonly Defect[];
      /** Seen in the first look, not in the second, which had doubts: gone or hidden, nobody can tell. */
      readonly unclear: readonly Defect[];
    };

/**
 * Compares two findings of one check, the older one first.
 *
 * @throws when the findings are of two checks: that is a bug of the caller.
 */
export function compareFindings(before: Finding, after: Finding): Change {
  if (before.check !== after.check) throw new Error(`Cannot compare ${before.check} with ${after.check}.`);
  const [old, now] = [problemsOf(before), problemsOf(after)];
  if (after.kind === 'unknown') return { kind: 'cannot-tell', doubts: after.doubts };
  const oldOnes = new Set(old.map(problemIdentity));
  const newOnes = new Set(now.map(problemIdentity));
  const gone = old.filter((problem) => !newOnes.has(problemIdentity(problem)));
  const isCertain = after.kind === 'ok' || after.doubts.length === 0;
  return {
    kind: 'compared',
    before: old.length,
    fixed: isCertain ? gone : [],
    remaining: now.filter((problem) => oldOnes.has(problemIdentity(problem))),
    appeared: now.filter((problem) => !oldOnes.has(problemIdentity(problem))),
    unclear: isCertain ? [] : gone,
  };
}

function problemsOf(finding: Finding): readonly Defect[] {
  return finding.kind === 'problem' ? finding.problems : [];
}
