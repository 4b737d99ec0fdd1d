import type { Choice } from '../channels/reply.js';
import type { Expectations } from '../checks/check.js';
import type { WasOn } from '../checks/put-back.js';
import type { SeenFinding } from '../checks/seen-finding.js';
import type { Reason } from '../knowledge/understanding/verdict.js';

/** What a hand-off has gathered so far. */
export interface HandoffDraft {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** Where the conversation has been, so that "back" has somewhere to go. */
export type Place =
  | { readonly kind: 'article'; readonly article: string; readonly because?: Because | undefined }
  | { readonly kind: 'choose'; readonly intents: readonly string[] };

/** The question that a dialog is waiting on. */
export interface OpenQuestion {
  readonly dialog: string;
  readonly expects: 'choice' | 'name' | 'email' | 'list' | 'day';
}

/** A message of the customer's, known again by digests: to tell whether it was changed. */
export interface HeardMessage {
  readonly id: string;
  readonly words: string;
}

/** A message of ours as the channel knows it, and the article in it. */
export interface Shown {
  readonly id: string;
  readonly article: string;
}

/** Why the last answer was given, kept for "why this answer?". */
export interface Because {
  readonly article: string;
  /** 0…1 */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

/** What is remembered of one account, and of that one alone: what was seen, what is expected, what was on. */
export interface AccountNotes {
  /**
   * The last finding of each check, to tell what changed since; `first`: the first of those that were looked at more than
   * once, for whom the conversation is handed over to.
   */
  readonly looked?:
    | {
        readonly site: string;
        readonly findings: Readonly<Record<string, SeenFinding>>;
        readonly first?: Readonly<Record<string, SeenFinding>>;
      }
    | undefined;
  readonly expectations?: Expectations | undefined;
  /** What was on before the migration, to be put back after it. */
  readonly wasOn?: WasOn | undefined;
}

/** What is remembered of one conversation between turns. Plain JSON: it is stored as such. */
export interface Memory extends AccountNotes {
  readonly language?: string;
  /** The customer asked for this language; what they type no longer changes it. */
  readonly languageChosen?: boolean;
  /** Where the customer is, as the channel told last: `Europe/Paris`. */
  readonly timeZone?: string;
  readonly greeted?: boolean;
  readonly open?: OpenQuestion | undefined;
  /** The question that was open when a deploy changed the dialogs: what answers it is asked for again. */
  readonly unanswered?: OpenQuestion | undefined;
  /** The buttons of our last turn, so that typing what one says does the same as a click. */
  readonly offered?: readonly Choice[];
  readonly topic?: string | undefined;
  /** The last question that was asked in words, secrets removed. */
  readonly question?: string | undefined;
  readonly because?: Because | undefined;
  readonly unfinished?: Unfinished;
  /** Who the customer is, once a hand-off was sent: it is not asked for again. */
  readonly contact?: HandoffDraft | undefined;
  /** The case that was sent last. */
  readonly sent?:
    | {
        readonly reference: string;
        readonly email: string;
        /** By when the team answers, as the customer was told: ISO 8601, UTC. */
        readonly answerBy?: string | undefined;
      }
    | undefined;
  /** The customer agreed that we look at the account. */
  readonly consented?: boolean;
  /** The account that the notes are about: the one that was looked at last. */
  readonly account?: string | undefined;
  /** The notes about other accounts, by account. */
  readonly otherAccounts?: Readonly<Record<string, AccountNotes>> | undefined;
  /** How many utterances in a row we could not answer. */
  readonly consecutiveFallbacks?: number;
  /** The last messages that showed an article, where the channel lets people react to them. */
  readonly shown?: readonly Shown[];
  /** The customer's last messages, where the channel lets people change them. */
  readonly heard?: readonly HeardMessage[] | undefined;
  /** Articles for which "was this helpful?" was asked. */
  readonly rated?: readonly string[];
  /** What was said last is a reminder: "stop" is about reminders. */
  readonly reminded?: boolean;
  readonly places?: readonly Place[];
  /** What was said last is not the last of the places but something beyond it: "back" leads to that place. */
  readonly away?: boolean;
}

/** The customer got what they wanted. */
export const answered = (memory: Memory, changes: Partial<Memory> = {}): Memory => ({
  ...memory,
  consecutiveFallbacks: 0,
  ...changes,
});

/** The customer did not get what they wanted, once more. */
export const fellBack = (memory: Memory, changes: Partial<Memory> = {}): Memory => ({
  ...memory,
  consecutiveFallbacks: (memory.consecutiveFallbacks ?? 0) + 1,
  ...changes,
});

/**
 * What is left after a turn that broke: neither dialogs nor buttons nor what is compared with, which may be what broke it;
 * but all that the customer told us or will need again.
 */
export function afterError(before: Partial<Memory> = {}): Memory {
  const { language, languageChosen, greeted, unfinished, topic, consented, rated } = before;
  const { timeZone, account, expectations, wasOn, otherAccounts } = before;
  return defined({
    ...{ language, languageChosen, greeted, unfinished, topic, consented, rated },
    ...{ timeZone, account, expectations, wasOn, otherAccounts },
  });
}

/** What is left after a deploy that changed the dialogs: the answer to an open question would reach the wrong step. */
export const afterDeploy = (memory: Memory): Memory => ({
  ...memory,
  open: undefined,
  unanswered: memory.open,
  offered: [],
});

/** What is left when the customer starts over: whom they talk to. */
export function startOver({ languageChosen, timeZone, rated }: Memory, language: string): Memory {
  return defined({ language, languageChosen, timeZone, greeted: true, rated });
}

/** What is left when the customer has everything forgotten: how to speak to whoever writes next. */
export function forgetAll({ language, languageChosen, timeZone }: Memory): Memory {
  return defined({ language, languageChosen, timeZone, greeted: true });
}

/** Without what is undefined. */
function defined(memory: { readonly [Key in keyof Memory]: Memory[Key] | undefined }): Memory {
  return Object.fromEntries(Object.entries(memory).filter(([, value]) => value !== undefined));
}

/** What was begun and interrupted; "go on" leads back to it. */
export interface Unfinished {
  readonly steps?: { readonly article: string; readonly step: number } | undefined;
  readonly handoff?: HandoffDraft | undefined;
  /** A check that was begun: `triggers`, `all`, `put-back`. */
  readonly check?: string | undefined;
}

/** How many messages people react to: those that they still see. */
const MOST_SHOWN = 10;

/** The messages shown with more of them: of one id the newer counts, and of all the newest are kept. */
export function withShown({ shown = [] }: Memory, more: readonly Shown[]): readonly Shown[] {
  const ids = new Set(more.map(({ id }) => id));
  return [...shown.filter(({ id }) => !ids.has(id)), ...more].slice(-MOST_SHOWN);
}

/** How many places "back" can go through. */
const LONGEST_WAY_BACK = 8;

/** The way back with a place added, or as it was when we are there already. */
export function withPlace({ places = [] }: Memory, place: Place): readonly Place[] {
  const last = places.at(-1);
  if (place.kind === 'article' && last?.kind === 'article' && last.article === place.article)
    return [...places.slice(0, -1), place];
  if (JSON.stringify(last) === JSON.stringify(place)) return places;
  return [...places, place].slice(-LONGEST_WAY_BACK);
}
