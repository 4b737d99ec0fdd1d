import type { Action } from '../channels/action.js';
import type { Scope } from '../channels/inbound.js';
import type { Channel } from '../channels/render.js';
import type { Reply } from '../channels/reply.js';
import type { SignIn } from '../channels/sign-in.js';
import type { HandoffDraft, Memory } from './memory.js';
import type { Words } from './phrases/words.js';
import type { Stores } from './stores.js';

/** What the dialogs see of a turn: no activity, no adapter. */
export interface Turn {
  /** `channel|conversation` */
  readonly conversation: string;
  readonly now: Date;
  readonly scope: Scope;
  /** What is answered stands in a thread of its own: in a channel, not in a group chat. */
  readonly hasThreads: boolean;
  readonly channel: Channel;
  /** The customer's, as `Europe/Paris`. */
  readonly timeZone: string;
  /** What the customer typed in this turn and was understood, secrets removed. */
  readonly asked: string | undefined;
  /** What the sign-in card brought in this turn. */
  readonly signIn?: SignIn | undefined;
  /** What this turn answers the open question with. */
  readonly answer?: StepAnswer | undefined;
  readonly stores: Stores;
  /** Who the customer is, as far as the channel tells. */
  customer(): Promise<HandoffDraft>;
  memory(): Memory;
  remember(changes: Partial<Memory>): void;
  /** Remembers that the customer got what they wanted: the count of consecutive fallbacks begins anew. */
  answered(changes?: Partial<Memory>): void;
  /** Remembers that the customer did not. @returns how often that was so before, in a row */
  fellBack(changes?: Partial<Memory>): number;
  language(): string;
  words(): Words;
  say(...replies: readonly Reply[]): Promise<void>;
  /** What is remembered and said instead of all the rest when what the turn keeps cannot be stored. */
  orElse(changes: Partial<Memory>, reply: Reply): void;
  /** Forgets all that is remembered but the language; nothing of this turn is kept. */
  forgetAll(): void;
}

/** An answer to the open question, as the route read it. */
export type StepAnswer =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'text'; readonly text: string };
