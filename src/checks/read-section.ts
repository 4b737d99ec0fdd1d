import { type Account, type Section, type SectionValues, sectionOf } from './account.js';
import type { Doubt } from './finding.js';

/** What was read of a section, or null when it could not be read (the doubt about it comes from {@link unreadSections}). */
export function readValue<S extends Section>(account: Account, section: S): SectionValues[S] | null {
  const reading = sectionOf(account, section);
  return reading.kind === 'read' ? reading.value : null;
}

/**
 * One doubt for each section that could not be read. When `me` failed, nothing else was tried and all have its failure:
 * that is told once.
 */
export function unreadSections(account: Account, sections: readonly Section[]): Doubt[] {
  const { me } = account.sections;
  const isAdmin = me?.kind === 'read' && me.value.isAdmin === true;
  return sections.flatMap((section): Doubt[] => {
    const reading = sectionOf(account, section);
    if (reading.kind === 'read') return [];
    if (section !== 'me' && me?.kind === 'failed' && me.why.kind === reading.why.kind && sections.includes('me'))
      return [];
    return [{ kind: 'could-not-read', section, why: reading.why, ...(isAdmin && { isAdmin }) }];
  });
}

/**
 * Why something that was not seen in `section` may be there all the same; empty when absence is proven. Desk shows
 * agents who are no admins a part only, without saying so. A key whose owner could not be read is covered by
 * {@link unreadSections}.
 */
export function doubtsOfAbsence(account: Account, section: Section): Doubt[] {
  const me = readValue(account, 'me');
  if (me === null) return unreadSections(account, ['me']);
  if (!me.isActive) return [{ kind: 'contradiction', section: 'me' }];
  if (me.isAdmin === null) return [{ kind: 'role-inconclusive' }];
  return me.isAdmin ? [] : [{ kind: 'not-admin', section }];
}
