import type { Account, Trigger } from './account.js';
import type { Defect, Doubt, Finding } from './finding.js';
import { problemIdentity } from './problem-identity.js';
import { placesOf, type SeenFinding, type SeenProblem } from './seen-finding.js';

/** What has changed between two looks of the same check: "2 of 3 triggers are off now; still on: …". */
export type Change =
  /** The second look saw nothing that would let us compare. */
  | { readonly kind: 'cannot-tell'; readonly doubts: readonly Doubt[] }
  | {
      readonly kind: 'compared';
      /** How many problems the first look found. */
      readonly before: number;
      readonly fixed: readonly Defect[];
      /** Triggers that run no more though nobody turned them off. */
      readonly deleted: readonly Defect[];
      readonly manual: readonly Defect[];
      /** As the second look sees them. */
      readonly remaining: readonly Defect[];
      /** Of the remaining triggers those that act in other inboxes than before. */
      readonly moved: readonly Defect[];
      readonly appeared: readonly Defect[];
      /** Seen in the first look, not in the second, which had doubts: gone or hidden, nobody can tell. */
      readonly unclear: readonly Defect[];
    };

/**
 * Compares two findings of one check, the older one first.
 *
 * @param account what the second look read: it tells how a trigger went that is no problem any more
 * @throws when the findings are of two checks: that is a bug of the caller.
 */
export function compareFindings(before: SeenFinding, after: Finding, account: Account): Change {
  if (before.check !== after.check) throw new Error(`Cannot compare ${before.check} with ${after.check}.`);
  const old: readonly SeenProblem[] = before.kind === 'problem' ? (before.problems ?? []) : [];
  if (after.kind === 'unknown') return { kind: 'cannot-tell', doubts: after.doubts };
  const now = after.kind === 'problem' ? after.problems : [];
  const oldOnes = new Map(old.map((problem) => [problemIdentity(problem), problem]));
  const newOnes = new Set(now.map(problemIdentity));
  const gone = old.filter((problem) => !newOnes.has(problemIdentity(problem)));
  const isCertain = after.kind === 'ok' || after.doubts.length === 0;
  const went = (how: Exit): readonly Defect[] =>
    isCertain ? gone.filter((each) => exitOf(each, account) === how) : [];
  const remaining = now.filter((problem) => oldOnes.has(problemIdentity(problem)));
  return {
    kind: 'compared',
    before: old.length,
    ...{ fixed: went('fixed'), deleted: went('deleted'), manual: went('manual') },
    remaining,
    moved: remaining.filter((problem) => hasMoved(oldOnes.get(problemIdentity(problem)), problem)),
    appeared: now.filter((problem) => !oldOnes.has(problemIdentity(problem))),
    unclear: isCertain ? [] : gone,
  };
}

type Exit = 'fixed' | 'deleted' | 'manual';

function exitOf(problem: Defect, { sections }: Account): Exit {
  if (problem.kind !== 'trigger-on' || sections.triggers?.kind !== 'read') return 'fixed';
  const trigger: Trigger | undefined = sections.triggers.value.find(({ id }) => id === problem.trigger.id);
  if (trigger === undefined || trigger.state === 'deleted') return 'deleted';
  return trigger.state === 'active' && trigger.type === 'manual' ? 'manual' : 'fixed';
}

function hasMoved(before: SeenProblem | undefined, now: Defect): boolean {
  return now.kind === 'trigger-on' && before?.places !== undefined && before.places !== placesOf(now);
}
