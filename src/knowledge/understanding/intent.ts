/** A language's tag. 'fr', 'en', 'de' and 'es' have an analysis of their own; any other gets the generic one. */
export type Language = string;

/** What is known about an intent in one language. All texts are as people write them: nothing needs to be folded or lower-cased. */
export interface IntentText {
  readonly title: string;
  readonly headings?: readonly string[];
  /** Plain text of the article, without markup. */
  readonly body?: string;
  /** Where in the body the text under each of the headings begins; without it the whole body stands before them. */
  readonly starts?: readonly number[];
  /** How other pages call it: labels of links and of the navigation. */
  readonly labels?: readonly string[];
  /** How people ask for it: the more varied, the better the understanding. */
  readonly examples: readonly string[];
  /** Near misses: they share words with this intent, but it does not answer them. */
  readonly not?: readonly string[];
}

/** Something that an utterance can mean. `outside` must not be answered: it teaches the index to refuse. */
export interface Intent {
  /** 'triggers', 'check:triggers', 'check:all', 'handoff', …; outside topics: 'outside:pricing'. */
  readonly id: string;
  readonly kind: IntentKind;
  /** Meant only when nothing is said beyond the words of its examples: "delete my data", but not "delete my data from Desk". */
  readonly whole?: boolean;
  readonly texts: Readonly<Partial<Record<Language, IntentText>>>;
}

export type IntentKind = 'article' | 'check' | 'command' | 'outside';

/** The topic of an outside intent: 'outside:pricing' → 'pricing'. */
export function outOfScopeTopic(id: string): string {
  return id.startsWith('outside:') ? id.slice('outside:'.length) : id;
}

/** What asks for a task that no article does, with an object of theirs; nobody writes its lines (`corpus/swap-action.ts`). */
export const OTHER_TASK: Intent = { id: 'outside:~task', kind: 'outside', texts: {} };
