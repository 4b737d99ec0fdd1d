import { createHash } from 'node:crypto';
import type { CheckId, Defect, Finding } from './finding.js';

/**
 * What is kept of a finding until the next look: enough to tell what changed and no more, for it is written with every
 * turn. A trigger for everywhere in 60 inboxes would carry 60 names; of its inboxes only a print is kept.
 */
export interface SeenFinding {
  readonly check: CheckId;
  readonly kind: Finding['kind'];
  /** When the account was read: ISO time. */
  readonly at: string;
  readonly problems?: readonly SeenProblem[];
}

/** `places`: the same for a trigger that acts in the same inboxes. */
export type SeenProblem = Defect & { readonly places?: string };

/** Characters of a name that are kept: as many as are shown. */
const LONGEST_NAME = 80;

/** What of a finding is kept for comparing with the next look: never the inboxes themselves, a name of bounded length. */
export function seenFinding(finding: Finding): SeenFinding {
  const { check, kind, at } = finding;
  return finding.kind === 'problem'
    ? { check, kind, at, problems: finding.problems.map(seenProblem) }
    : { check, kind, at };
}

function seenProblem(problem: Defect): SeenProblem {
  if (problem.kind !== 'trigger-on') return problem;
  const { id, name } = problem.trigger;
  const trigger = { id, name: [...name].slice(0, LONGEST_NAME).join('') };
  return { ...problem, trigger, inboxes: [], places: placesOf(problem) };
}

/** A print of the inboxes in which a trigger acts. */
export function placesOf({ everywhere, inboxes }: Extract<Defect, { kind: 'trigger-on' }>): string {
  if (everywhere) return 'all';
  const ids = inboxes.map(({ id }) => id).sort((a, b) => a - b);
  return createHash('sha256').update(ids.join()).digest('base64url').slice(0, 12);
}
