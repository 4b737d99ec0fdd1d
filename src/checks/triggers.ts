import type { Inbox, Trigger } from './account.js';
import type { Check } from './check.js';
import { type Defect, type Doubt, judgeFacts, type Named, type Note } from './finding.js';
import { doubtsOfAbsence, readValue, unreadSections } from './read-section.js';

/**
 * Are the triggers off that would act on imported tickets? Those are the active, automatic ones that Desk did not make
 * itself. Manual ones run only by an agent's hand, and incomplete ones not at all: both are mentioned, not counted.
 */
export const triggers: Check = {
  id: 'triggers',
  needs: ['me', 'inboxes', 'triggers'],
  look(account) {
    const unread = unreadSections(account, this.needs);
    const inboxes = readValue(account, 'inboxes');
    const all = readValue(account, 'triggers')?.filter(({ state }) => state !== 'deleted');
    if (all === undefined) return judgeFacts('triggers', account.readAt, { doubts: unread });
    const inconclusive = all.filter(isInconclusive).map(({ name }) => name);
    const doubts: Doubt[] =
      inconclusive.length > 0 ? [{ kind: 'inconclusive', section: 'triggers', names: inconclusive }] : [];
    return judgeFacts('triggers', account.readAt, {
      problems: all.filter(runsOnImport).map((trigger) => describe(trigger, inboxes ?? [])),
      doubts: unread.length > 0 ? [...unread, ...doubts] : [...doubtsOfAbsence(account, 'triggers'), ...doubts],
      notes: notesAbout(all),
      lookedAt: { triggers: all.length, ...(inboxes !== null && { inboxes: inboxes.length }) },
    });
  },
};

function runsOnImport({ state, type, isSystem }: Trigger): boolean {
  return state === 'active' && type === 'automatic' && !isSystem;
}

/** It may run on import, and the account does not tell. */
function isInconclusive({ state, type, isSystem }: Trigger): boolean {
  if (isSystem || type === 'manual') return false;
  return state === 'inconclusive' || (state === 'active' && type === 'inconclusive');
}

function describe(trigger: Trigger, inboxes: readonly Inbox[]): Defect {
  const itsInboxes = inboxes.filter(({ id }) => trigger.isEverywhere || trigger.inboxIds.includes(id));
  return {
    kind: 'trigger-on',
    trigger: named(trigger),
    everywhere: trigger.isEverywhere,
    inboxes: itsInboxes.map(named),
  };
}

function notesAbout(all: readonly Trigger[]): Note[] {
  const manual = all.filter(({ state, type }) => state === 'active' && type === 'manual').map(named);
  const system = all
    .filter(({ state, type, isSystem }) => state === 'active' && isSystem && type !== 'manual')
    .map(named);
  const incomplete = all.filter(({ state }) => state === 'incomplete').map(named);
  const notes: Note[] = [];
  if (system.length > 0) notes.push({ kind: 'triggers-system', triggers: system });
  if (manual.length > 0) notes.push({ kind: 'triggers-manual', triggers: manual });
  if (incomplete.length > 0) notes.push({ kind: 'triggers-incomplete', triggers: incomplete });
  return notes;
}

function named({ id, name }: Named): Named {
  return { id, name };
}
