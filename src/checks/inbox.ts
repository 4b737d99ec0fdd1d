import type { Account, Inbox } from './account.js';
import type { Check } from './check.js';
import { type Facts, judgeFacts, type Named, type Note } from './finding.js';
import { doubtsOfAbsence, readValue, unreadSections } from './read-section.js';

/**
 * Is there an inbox that can take the imported tickets? It must be an active team inbox. The sample inbox of a new site
 * does not count (20 messages at most), nor does one agent's personal inbox. A site has one sample, and its name is not
 * documented: of two team inboxes one is real, whoever sees them, and a single one may be the sample under another name.
 */
export const inbox: Check = {
  id: 'inbox',
  needs: ['me', 'inboxes'],
  look: (account) => judgeFacts('inbox', account.readAt, factsOf(account)),
};

function factsOf(account: Account): Facts {
  const all = readValue(account, 'inboxes');
  if (all === null) return { doubts: unreadSections(account, inbox.needs) };
  const inboxes = all.filter(({ state }) => state !== 'deleted');
  const base = { lookedAt: { inboxes: inboxes.length }, notes: notesAbout(inboxes) };
  const team = inboxes.filter(isTeam);
  // A sample that was deleted is still the one sample of the site.
  const samples = all.filter(({ type }) => type === 'sample');
  if (team.length > 1 || (team.length === 1 && samples.length > 0)) return base;
  const inconclusive = inboxes.filter(
    ({ type, state }) => type === 'inconclusive' || (type === 'team' && state === 'inconclusive'),
  );
  if (inconclusive.length > 0) {
    return {
      ...base,
      doubts: [{ kind: 'inconclusive', section: 'inboxes', names: inconclusive.map(({ name }) => name) }],
    };
  }
  const maybe = [...team, ...(samples.length > 1 ? samples.filter(({ state }) => state !== 'deleted') : [])];
  if (maybe.length > 0) return { ...base, doubts: [{ kind: 'maybe-sample', names: maybe.map(({ name }) => name) }] };
  const doubts = doubtsOfAbsence(account, 'inboxes');
  return doubts.length > 0 ? { ...base, doubts } : { ...base, problems: [whyNone(inboxes)] };
}

function isTeam({ state, type }: Inbox): boolean {
  return state === 'active' && type === 'team';
}

function whyNone(inboxes: readonly Inbox[]) {
  const names = inboxes.map(({ name }) => name);
  if (names.length === 0) return { kind: 'inbox-none' } as const;
  if (inboxes.some(({ type }) => type === 'sample')) return { kind: 'inbox-only-sample', names } as const;
  return { kind: 'inbox-only-personal', names } as const;
}

function notesAbout(inboxes: readonly Inbox[]): Note[] {
  const team = inboxes.filter(isTeam).map(named);
  const samples = inboxes.filter(({ type }) => type === 'sample').map(({ name }) => name);
  const replying = inboxes.filter(({ sendsAutoReplies }) => sendsAutoReplies === true).map(named);
  const notes: Note[] = [];
  if (team.length > 1 || (team.length > 0 && samples.length > 0)) notes.push({ kind: 'real-inboxes', inboxes: team });
  if (samples.length > 0) notes.push({ kind: 'sample-inbox', names: samples });
  if (replying.length > 0) notes.push({ kind: 'auto-replies-on', inboxes: replying });
  return notes;
}

function named({ id, name }: Named): Named {
  return { id, name };
}
