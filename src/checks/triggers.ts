import type { Inbox, Trigger } from './account.js';
import type { Check } from './check.js';
import { type Defect, type Doubt, judgeFacts, type Named, type Note } from './finding.js';
import { doubtsOfAbsence, readValue, unreadSections } from './read-section.js';

/**
 * Are the triggers off that would act on imported tickets? Those are the active, automatic ones that Desk did not make
 * itself, applied to some inbox or to all. Manual ones run only by an agent's hand, and incomplete ones not at all: both
 * are mentioned, not counted.
 */
export const triggers: Check = {
  id: 'triggers',
  needs: ['me', 'inboxes', 'triggers'],
  look(account) {
    const unread = unreadSections(account, this.needs);
    const inboxes = readValue(account, 'inboxes');
    const told = readValue(account, 'triggers');
    if (told === null) return judgeFacts('triggers', account.readAt, { doubts: unread });
    const all = told.filter(({ state }) => state !== 'deleted');
    const inconclusive = all.filter((trigger) => isInconclusive(trigger, inboxes)).map(({ name }) => name);
    const hidden = doubtsOfAbsence(account, 'triggers');
    // A key that sees a part only explains why an inbox names what is not in the list.
    const isTorn = hidden.length === 0 && inboxes !== null && namesAnother(inboxes, told);
    const absence: readonly Doubt[] = isTorn ? [{ kind: 'contradiction', section: 'triggers' }] : hidden;
    const doubts: readonly Doubt[] =
      inconclusive.length > 0 ? [{ kind: 'inconclusive', section: 'triggers', names: inconclusive }] : [];
    return judgeFacts('triggers', account.readAt, {
      problems: all
        .filter((trigger) => runsOnImport(trigger) && !actsNowhere(trigger, inboxes))
        .map((trigger) => describe(trigger, inboxes ?? [])),
      doubts: [...(unread.length > 0 ? unread : absence), ...doubts],
      notes: notesAbout(all),
      lookedAt: { triggers: all.length, ...(inboxes !== null && { inboxes: inboxes.length }) },
    });
  },
};

function runsOnImport({ state, type, isSystem }: Trigger): boolean {
  return state === 'active' && type === 'automatic' && isSystem === false;
}

/** It may run on import, and the account does not tell. */
function isInconclusive(trigger: Trigger, inboxes: readonly Inbox[] | null): boolean {
  const { state, type, isSystem } = trigger;
  if (isSystem === true || type === 'manual') return false;
  if (state === 'inconclusive' || (state === 'active' && (type === 'inconclusive' || isSystem === null))) return true;
  return runsOnImport(trigger) && actsNowhere(trigger, inboxes);
}

/** On, and applied to no inbox that is there: then it may be that it never runs, or that its inboxes were not told. */
function actsNowhere({ isEverywhere, inboxIds }: Trigger, inboxes: readonly Inbox[] | null): boolean {
  if (isEverywhere) return false;
  if (inboxes === null) return inboxIds.length === 0;
  return !inboxes.some(({ id, state }) => state !== 'deleted' && inboxIds.includes(id));
}

/** An inbox says that a trigger is applied to it which is not in the list: the list is not whole. */
function namesAnother(inboxes: readonly Inbox[], told: readonly Trigger[]): boolean {
  const known = new Set(told.map(({ id }) => id));
  return inboxes.some(({ state, triggerIds }) => state !== 'deleted' && triggerIds.some((id) => !known.has(id)));
}

function describe(trigger: Trigger, inboxes: readonly Inbox[]): Defect {
  const itsInboxes = inboxes.filter(
    ({ id, state }) => state !== 'deleted' && (trigger.isEverywhere || trigger.inboxIds.includes(id)),
  );
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
    .filter(({ state, type, isSystem }) => state === 'active' && isSystem === true && type !== 'manual')
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
