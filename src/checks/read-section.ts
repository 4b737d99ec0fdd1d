import { type Account, type Section, type SectionValues, sectionOf } from './account.js';
import type { Doubt } from './finding.js';

/** What was read of a section, or null when it could not be read (the doubt about it comes from {@link unreadSections}). */
export function readValue<S extends Section>(account: Account, section: S): SectionValues[S] | null {
  const reading = sectionOf(account, section);
  return reading.kind === 'read' ? reading.value : null;
}

/** One doubt for each section that could not be read; the same failure is told once (a refused key fails them all). */
export function unreadSections(account: Account, sections: readonly Section[]): Doubt[] {
  const told = new Set<string>();
  return sections.flatMap((section): Doubt[] => {
    const reading = sectionOf(account, section);
    if (reading.kind === 'read' || told.has(reading.why.kind)) return [];
    told.add(reading.why.kind);
    return [{ kind: 'could-not-read', section, why: reading.why }];
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
  if (me.isAdmin === null) return [{ kind: 'role-inconclusive' }];
  return me.isAdmin ? [] : [{ kind: 'not-admin', section }];
}
