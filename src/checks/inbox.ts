import type { Account, Inbox } from './account.js';
import type { Check } from './check.js';
import { type Facts, judgeFacts, type Named, type Note } from './finding.js';
import { doubtsOfAbsence, readValue, unreadSections } from './read-section.js';

/**
 * Is there an inbox that can take the imported tickets? It must be an active team inbox. The sample inbox of a new site
 * does not count (20 messages at most), nor does one agent's personal inbox. Seeing one is proof, whoever looks.
 */
export const inbox: Check = {
  id: 'inbox',
  needs: ['me', 'inboxes'],
  look: (account) => judgeFacts('inbox', account.readAt, factsOf(account)),
};

function factsOf(account: Account): Facts {
  const inboxes = readValue(account, 'inboxes')?.filter(({ state }) => state !== 'deleted');
  if (inboxes === undefined) return { doubts: unreadSections(account, inbox.needs) };
  const base = { lookedAt: { inboxes: inboxes.length }, notes: notesAbout(inboxes) };
  if (inboxes.some(isReal)) return base;
  const inconclusive = inboxes.filter(
    ({ type, state }) => type === 'inconclusive' || (type === 'team' && state === 'inconclusive'),
  );
  if (inconclusive.length > 0) {
    return {
      ...base,
      doubts: [{ kind: 'inconclusive', section: 'inboxes', names: inconclusive.map(({ name }) => name) }],
    };
  }
  const doubts = doubtsOfAbsence(account, 'inboxes');
  return doubts.length > 0 ? { ...base, doubts } : { ...base, problems: [whyNone(inboxes)] };
}

function isReal({ state, type }: Inbox): boolean {
  return state === 'active' && type === 'team';
}

function whyNone(inboxes: readonly Inbox[]) {
  const names = inboxes.map(({ name }) => name);
  if (names.length === 0) return { kind: 'inbox-none' } as const;
  if (inboxes.some(({ type }) => type === 'sample')) return { kind: 'inbox-only-sample', names } as const;
  return { kind: 'inbox-only-personal', names } as const;
}

function notesAbout(inboxes: readonly Inbox[]): Note[] {
  const real = inboxes.filter(isReal).map(named);
  const samples = inboxes.filter(({ type }) => type === 'sample').map(({ name }) => name);
  const replying = inboxes.filter(({ sendsAutoReplies }) => sendsAutoReplies).map(named);
  const notes: Note[] = [];
  if (real.length > 0) notes.push({ kind: 'real-inboxes', inboxes: real });
  if (samples.length > 0) notes.push({ kind: 'sample-inbox', names: samples });
  if (replying.length > 0) notes.push({ kind: 'auto-replies-on', inboxes: replying });
  return notes;
}

function named({ id, name }: Named): Named {
  return { id, name };
}
