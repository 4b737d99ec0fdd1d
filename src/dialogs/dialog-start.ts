import type { Scope } from '../channels/inbound.js';
import type { Wordless } from '../channels/wordless.js';
import type { Verdict } from '../knowledge/understanding/verdict.js';
import type { Because, HandoffDraft, Place } from './memory.js';

/** Which dialog to open, and what it is given. */
export type DialogStart =
  | { readonly dialog: 'welcome'; readonly scope: Scope; readonly tone: 'first' | 'again' | 'fresh' }
  | {
      readonly dialog: 'answer';
      readonly article: string;
      readonly because?: Because | undefined;
      /** The section that answers, in place of the answer in short. */
      readonly section?: number | undefined;
    }
  | {
      readonly dialog: 'steps';
      readonly article: string;
      readonly step: number;
      /** What was typed here was not understood, or says that the step does not work. */
      readonly why?: 'confused' | 'stuck';
    }
  | { readonly dialog: 'all-steps'; readonly article: string }
  | { readonly dialog: 'section'; readonly article: string; readonly section: number }
  | { readonly dialog: 'check'; readonly check: string }
  | { readonly dialog: 'expect'; readonly check: 'agents' | 'custom-fields'; readonly again?: boolean }
  | { readonly dialog: 'email-off'; readonly confirmed: boolean; readonly account?: string | undefined }
  | { readonly dialog: 'forget-key' }
  | { readonly dialog: 'my-data' }
  | { readonly dialog: 'export-data' }
  /** `sure` once the customer has said so, with the hand-off cases or without. */
  | { readonly dialog: 'delete-data'; readonly sure?: 'all' | 'not-cases' | undefined }
  | {
      readonly dialog: 'remind';
      /** The words that asked for it: they may name the day. */
      readonly said?: string | undefined;
      readonly days?: number | undefined;
      /** How many answers named no day, and whether the last one named one too far away. */
      readonly times?: number;
      readonly tooFar?: boolean;
    }
  | { readonly dialog: 'carry' }
  | { readonly dialog: 'arrive'; readonly code: string }
  | { readonly dialog: 'choose'; readonly intents: readonly string[]; readonly again: boolean }
  | { readonly dialog: 'nearest'; readonly intent: string; readonly task?: string | undefined }
  | { readonly dialog: 'unknown'; readonly verdict: Pick<Verdict, 'candidates' | 'reasons'> & UnknownAbout }
  | {
      readonly dialog: 'handoff';
      readonly draft: HandoffDraft;
      /** What stands in the form, right or wrong. */
      readonly typed?: HandoffDraft | undefined;
      readonly invalid?: InvalidAnswer | undefined;
    }
  | { readonly dialog: 'case' }
  | {
      readonly dialog: 'feedback';
      readonly article: string;
      readonly said?: 'helpful' | 'not-helpful' | FeedbackReason | undefined;
    }
  | { readonly dialog: 'language'; readonly language?: string | undefined; readonly resume?: DialogStart | undefined }
  | { readonly dialog: 'small'; readonly what: SmallTalk }
  | {
      readonly dialog: 'cancel';
      readonly what: 'handoff' | 'steps' | 'left-steps' | 'question' | 'reminders' | 'nothing';
    }
  /** What was asked not to be done is not done; what it would have broken into goes on. */
  | { readonly dialog: 'declined'; readonly resume?: DialogStart | undefined }
  /** Something was sent that cannot be read; what it would have broken into goes on. */
  | { readonly dialog: 'unread'; readonly what: Unread; readonly resume?: DialogStart | undefined }
  | { readonly dialog: 'back'; readonly places: readonly Place[] }
  | { readonly dialog: 'topics' }
  | { readonly dialog: 'why' };

/** No words, the button of an older version of us, or a change of what has had its answer. */
export type Unread = Wordless | 'outdated' | 'edited';

/** A dialog ends by naming the one to open next, if any. */
export type Next = DialogStart | undefined;

/** Nothing of it was understood, nor is anything near it. */
export const NOT_UNDERSTOOD: DialogStart = { dialog: 'unknown', verdict: { candidates: [], reasons: [] } };

export type SmallTalk = 'help' | 'thanks' | 'goodbye' | 'privacy' | 'empty' | 'nothing-to-resume';
export type FeedbackReason = 'other-question' | 'unclear' | 'differs' | 'failed';

/** What an answer to the hand-off's questions could not be read as, and how often that happened. */
export interface InvalidAnswer {
  readonly field: 'name' | 'email' | 'confirm';
  readonly typed: string;
  readonly times: number;
}

/** What is known of a question that nothing answers: the topic that is refused, or the product that it is about. */
export interface UnknownAbout {
  readonly outside?: { readonly topic: string };
  readonly otherProduct?: string;
}

export type DialogName = DialogStart['dialog'];
export type Given<Name extends DialogName> = Extract<DialogStart, { dialog: Name }>;
