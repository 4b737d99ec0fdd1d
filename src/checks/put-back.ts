import type { Account, Agent, Inbox, Section, Trigger } from './account.js';
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
  readonly deleted: readonly SwitchedThing[];
  /** Triggers that are there and run no more by themselves: somebody made them manual. */
  readonly manual: readonly SwitchedThing[];
  /** Not in the list any more, or hidden from this key (`doubts`). */
  readonly gone: readonly SwitchedThing[];
  readonly doubts: readonly Doubt[];
}

const SWITCHED_SECTIONS: readonly Section[] = ['triggers', 'inboxes', 'agents'];

/** The sections that {@link readForPutBack} needs. */
export const PUT_BACK_SECTIONS: readonly Section[] = ['me', ...SWITCHED_SECTIONS];

/** Characters of a name that are kept: as many as are shown. */
const LONGEST_NAME = 80;

/** Adds what this look saw on to what earlier looks did. What was once on stays remembered. */
export function rememberWhatIsOn(account: Account, earlier?: WasOn): WasOn {
  const known = earlier?.site === account.site ? earlier : undefined;
  const things = new Map((known?.things ?? []).map((thing) => [identity(thing), thing]));
  for (const { thing, stands } of thingsOf(account)) if (stands === 'on') things.set(identity(thing), thing);
  return { site: account.site, since: known?.since ?? account.readAt, things: [...things.values()] };
}

/** Compares what was on with what is on now; sections that could not be read say nothing about their things. */
export function readForPutBack(memory: WasOn, account: Account): PutBack {
  const unread = unreadSections(account, PUT_BACK_SECTIONS);
  const now = new Map(thingsOf(account).map(({ thing, stands }) => [identity(thing), stands]));
  const seen = memory.things.filter(({ kind }) => account.sections[SECTION_OF[kind]]?.kind === 'read');
  const thatAre = (stands: Stands | undefined) => seen.filter((thing) => now.get(identity(thing)) === stands);
  const gone = thatAre(undefined);
  const hidden = gone.length > 0 && unread.length === 0 ? doubtsOfAbsence(account, sectionOf(gone)) : [];
  return {
    at: account.readAt,
    ...{
      notBackYet: thatAre('off'),
      back: thatAre('on'),
      deleted: thatAre('deleted'),
      manual: thatAre('manual'),
      gone,
    },
    doubts: [...unread, ...hidden, ...inconclusive(thatAre('inconclusive'))],
  };
}

/** Whether something that was on is seen to be off now; what this look did not read says nothing. */
export function isSomethingOff({ things }: WasOn, account: Account): boolean {
  const now = new Map(thingsOf(account).map(({ thing, stands }) => [identity(thing), stands]));
  return things.some((thing) => now.get(identity(thing)) === 'off');
}

const SECTION_OF = { trigger: 'triggers', 'auto-reply': 'inboxes', 'part-time': 'agents' } as const;

type Stands = 'on' | 'off' | 'deleted' | 'manual' | 'inconclusive';

interface StandingThing {
  readonly thing: SwitchedThing;
  readonly stands: Stands;
}

function thingsOf({ sections: { triggers, inboxes, agents } }: Account): readonly StandingThing[] {
  return [
    ...(triggers?.kind === 'read' ? triggers.value.filter(({ isSystem }) => isSystem !== true).map(triggerThing) : []),
    ...(inboxes?.kind === 'read' ? inboxes.value.map(replyThing) : []),
    ...(agents?.kind === 'read' ? agents.value.map(partTimeThing) : []),
  ];
}

function triggerThing({ id, name, state, type, isSystem }: Trigger): StandingThing {
  const thing = { kind: 'trigger', id, name: cut(name) } as const;
  if (state === 'deleted' || state === 'inconclusive') return { thing, stands: state };
  if (type === 'manual') return { thing, stands: 'manual' };
  if (state !== 'active') return { thing, stands: 'off' };
  return { thing, stands: type === 'automatic' && isSystem === false ? 'on' : 'inconclusive' };
}

function replyThing({ id, name, state, sendsAutoReplies }: Inbox): StandingThing {
  return { thing: { kind: 'auto-reply', id, name: cut(name) }, stands: standsBy(state, sendsAutoReplies) };
}

function partTimeThing({ id, name, email, state, isPartTime }: Agent): StandingThing {
  return { thing: { kind: 'part-time', id, name: cut(name || (email ?? '')) }, stands: standsBy(state, isPartTime) };
}

function standsBy(state: Inbox['state'], flag: boolean | null): Stands {
  if (state !== 'active') return state;
  if (flag === null) return 'inconclusive';
  return flag ? 'on' : 'off';
}

function inconclusive(things: readonly SwitchedThing[]): Doubt[] {
  return SWITCHED_SECTIONS.flatMap((section): Doubt[] => {
    const names = things.filter(({ kind }) => SECTION_OF[kind] === section).map(({ name }) => name);
    return names.length > 0 ? [{ kind: 'inconclusive', section, names }] : [];
  });
}

function sectionOf([first]: readonly SwitchedThing[]): Section {
  return first === undefined ? 'triggers' : SECTION_OF[first.kind];
}

function identity({ kind, id }: SwitchedThing): string {
  return `${kind} ${id}`;
}

function cut(name: string): string {
  return [...name].slice(0, LONGEST_NAME).join('');
}
