import type { Reply } from '../../channels/reply.js';
import type { SignIn } from '../../channels/sign-in.js';
import type { Lent } from '../../checks/key-ring.js';
import type { ApiKeyText } from '../../checks/read-api-key.js';
import type { ArticleLibrary } from '../article-library.js';
import type { Words } from '../phrases/words.js';
import type { Turn } from '../turn.js';

/**
 * The checks of a deployment and the account that they look at. The dialogs know this port alone: they ask for leave, borrow
 * the key, wait, and say what the set has to tell. Its sentences are the deployment's: `look.consent`, `look.reads.<id>`,
 * `look.signIn`, `look.site`, `look.key` with their hints, `look.forgotten`, `privacy.key`, and what it says itself.
 */
export interface CheckSet {
  /** The checks by their ids, in the order of a report; the first is the one that begins with the key. */
  readonly ids: readonly string[];
  /** What the sign-in card asks for; where it has no field nothing is asked, neither for leave. */
  readonly fields: { readonly site: boolean; readonly key: 'masked' | 'plain' | 'none' };
  /** Customers add what no account tells: lists of what should be there, their word that something is done. */
  readonly takesWord: boolean;
  /** What was on before is remembered, and looked for on `put-back`. */
  readonly putsBack: boolean;
  /** Reads what was typed into the masked field. */
  readKey(typed: string): ApiKeyText;
  /** What the two fields of the sign-in card open, or what is wrong with them, in words. */
  readSignIn(entered: Entered, t: Words): { readonly lent: Lent } | { readonly fault: string };
  /**
   * Reads what a check needs: one of {@link ids}, `all`, or `put-back`. Faults of the world are for the look to tell.
   * @throws the signal's reason when the customer cancelled, and bugs
   */
  look(lent: Lent, check: string, signal: AbortSignal): Promise<Look>;
}

export type Entered = Extract<SignIn, { kind: 'entered' }>;

/** An account as it was at one moment, with what there is to say about it. */
export interface Look {
  /** The account turned the key away: it is of no use to anybody and is forgotten. */
  readonly isRefused: boolean;
  /** What was found, in words, with the ways on; remembers what the next look compares with. */
  tell(turn: Turn, deps: TellDeps): Promise<readonly Reply[]>;
}

/** What a set may lead to when it tells what it found. */
export interface TellDeps {
  readonly library: ArticleLibrary;
  /** The page on which a newcomer changes the practice account, when there is one. */
  readonly practicePage: ((language: string, lent: Lent) => string) | undefined;
  /** Where a report is read: the address that goes to the customer. */
  reportAddress(token: string): string;
}

/** Whether customers are asked for anything before an account is looked at: for leave, then for what opens it. */
export function asksFor({ fields }: CheckSet): boolean {
  return fields.site || fields.key !== 'none';
}

/** Whether a check is one that the set knows. */
export function knows({ ids, putsBack }: CheckSet, check: string): boolean {
  return check === 'all' || ids.includes(check) || (putsBack && check === 'put-back');
}
