import type { Account, Section } from './account.js';
import type { Doubt } from './finding.js';
import { doubtsOfAbsence, unreadSections } from './read-section.js';

/** Something that was on when we first looked and must be put back after the migration. */
export type SwitchedThing =
  | { readonly kind: 'trigger'; readonly id: number; readonly name: string }
  | { readonly kind: 'auto-reply'; readonly id: number; readonly name: string }
  /** Made full time for the migration; may go back to part time. */
  | { readonly kind: 'part-time'; readonly id: number; readonly name: string };

/** What was on, over all looks before the migration. Plain JSON, kept in the conversation's state. */
export interface WasOn {
  readonly site: string;
  /** The first look: ISO time. */
  readonly since: string;
  readonly things: readonly SwitchedThing[];
}

/** What is to be put back. E-mail notifications are for the dialog to ask: no account tells them. */
export interface PutBack {
  readonly at: string;
  readonly notBackYet: readonly SwitchedThing[];
  readonly back: readonly SwitchedThing[];
  /** No longer there at all, or hidden from this key (`doubts`). */
  readonly gone: readonly SwitchedThing[];
  readonly doubts: readonly Doubt[];
}

const SWITCHED_SECTIONS: readonly Section[] = ['triggers', 'inboxes', 'agents'];

/** The sections that {@link readForPutBack} needs. */
export const PUT_BACK_SECTIONS: readonly Section[] = ['me', ...SWITCHED_SECTIONS];

/** Adds what this look saw on to what earlier looks did. What was once on stays remembered. */
export function rememberWhatIsOn(account: Account, earlier?: WasOn): WasOn {
  const known = earlier?.site === account.site ? earlier : undefined;
  const things = new Map((known?.things ?? []).map((thing) => [identity(thing), thing]));
  for (const thing of thingsOf(account)) if (thing.isOn) things.set(identity(thing.thing), thing.thing);
  return { site: account.site, since: known?.since ?? account.readAt, things: [...things.values()] };
}

/** Compares what was on with what is on now; sections that could not be read say nothing about their things. */
export function readForPutBack(memory: WasOn, account: Account): PutBack {
  const unread = unreadSections(account, PUT_BACK_SECTIONS);
  const now = new Map(thingsOf(account).map(({ thing, isOn }) => [identity(thing), isOn]));
  const seen = memory.things.filter(({ kind }) => account.sections[SECTION_OF[kind]]?.kind === 'read');
  const thatAre = (isOn: boolean | undefined) => seen.filter((thing) => now.get(identity(thing)) === isOn);
  const gone = thatAre(undefined);
  const hidden = gone.length > 0 && unread.length === 0 ? doubtsOfAbsence(account, 'triggers') : [];
  return { at: account.readAt, notBackYet: thatAre(false), back: thatAre(true), gone, doubts: [...unread, ...hidden] };
}

/** Whether something that was on is seen to be off now; what this look did not read says nothing. */
export function isSomethingOff({ things }: WasOn, account: Account): boolean {
  const now = new Map(thingsOf(account).map(({ thing, isOn }) => [identity(thing), isOn]));
  return things.some((thing) => now.get(identity(thing)) === false);
}

const SECTION_OF = { trigger: 'triggers', 'auto-reply': 'inboxes', 'part-time': 'agents' } as const;

function thingsOf({ sections }: Account): { thing: SwitchedThing; isOn: boolean }[] {
  const { triggers, inboxes, agents } = sections;
  const things: { thing: SwitchedThing; isOn: boolean }[] = [];
  if (triggers?.kind === 'read') {
    for (const { id, name, state, type, isSystem } of triggers.value) {
      if (isSystem || type === 'manual' || state === 'deleted' || state === 'inconclusive') continue;
      things.push({ thing: { kind: 'trigger', id, name }, isOn: state === 'active' });
    }
  }
  if (inboxes?.kind === 'read') {
    for (const { id, name, sendsAutoReplies, state } of inboxes.value) {
      if (state !== 'deleted') things.push({ thing: { kind: 'auto-reply', id, name }, isOn: sendsAutoReplies });
    }
  }
  if (agents?.kind === 'read') {
    for (const { id, name, email, isPartTime, state } of agents.value) {
      if (state === 'deleted' || isPartTime === null) continue;
      things.push({ thing: { kind: 'part-time', id, name: name || (email ?? '') }, isOn: isPartTime });
    }
  }
  return things;
}

function identity({ kind, id }: SwitchedThing): string {
  return `${kind} ${id}`;
}
