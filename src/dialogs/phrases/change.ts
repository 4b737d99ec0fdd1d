import type { Change } from '../../checks/compare.js';
import type { CheckId, Defect } from '../../checks/finding.js';
import { listed } from './names.js';
import { subjectOf } from './problem.js';
import type { Words } from './words.js';

type Compared = Extract<Change, { kind: 'compared' }>;

/**
 * What has changed since the last look, in a few sentences by name: "2 of 3 triggers are off now. Still on: …". The
 * verdict and the reasons are the finding's (`findingText`).
 */
export function changeText(change: Change, check: CheckId, t: Words, language: string): string {
  switch (change.kind) {
    case 'cannot-tell':
      return t('finding.change.cannot-tell');
    case 'compared':
      return comparedText(change, check, t, language);
  }
}

function comparedText(change: Compared, check: CheckId, t: Words, language: string): string {
  const { deleted, manual, remaining, moved, appeared, unclear } = change;
  const what = check === 'triggers' ? 'triggers' : 'points';
  const names = (problems: readonly Defect[]) =>
    listed([...new Set(problems.map((problem) => subjectOf(problem, t)))], t, language);
  const count = remaining.length;
  return [
    ...verdict(change, what, t),
    ...(deleted.length > 0 ? [t('finding.change.deleted', { names: names(deleted) })] : []),
    ...(manual.length > 0 ? [t('finding.change.manual', { names: names(manual) })] : []),
    ...(count > 0 ? [t(`finding.change.still.${what}`, { count, names: names(remaining) })] : []),
    ...(moved.length > 0 ? [t('finding.change.moved', { names: names(moved) })] : []),
    ...(appeared.length > 0 ? [t('finding.change.appeared', { names: names(appeared) })] : []),
    ...(unclear.length > 0 ? [t('finding.change.unclear', { names: names(unclear) })] : []),
  ].join(' ');
}

/** How far the problems of the last look have come; nothing where only new ones can be told. */
function verdict(change: Compared, what: 'triggers' | 'points', t: Words): readonly string[] {
  const { before, fixed, deleted, manual, remaining, moved, appeared, unclear } = change;
  if (fixed.length > 0 && fixed.length === before) return [t(`finding.change.all.${what}`, { count: before })];
  if (fixed.length > 0) return [t(`finding.change.some.${what}`, { count: fixed.length, total: before })];
  // What went another way, or is new, is told below: nothing to add.
  if ([deleted, manual, moved, appeared, unclear].some(({ length }) => length > 0)) return [];
  return [remaining.length > 0 ? t('finding.change.none') : t('finding.change.clear')];
}
