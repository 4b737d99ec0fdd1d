import { randomBytes } from 'node:crypto';
import type { StoreItem, TurnContext } from 'botbuilder';
import type { SecretKind } from '../../channels/secrets/found-secret.js';
import type { SignIn } from '../../channels/sign-in.js';
import type { Announcement } from '../../outbox/outbox.js';
import type { Gathered } from '../../storage/commit-queue.js';
import type { TurnWrites } from './turn-writes.js';

/** What one turn knows beside its activity. Never read from an activity: anybody can send one. */
export interface TurnRecord {
  /** Names the turn in logs and traces; it says nothing of whose it is. */
  readonly id: string;
  /** Kinds of secrets that were cut out of what came in. */
  secrets?: readonly SecretKind[];
  /** The key of a sign-in form, sealed; it stays in this turn. */
  signIn?: SignIn;
  /** What is due to be said in it, of a turn that we began ourselves. */
  due?: Announcement;
  /** That the turn is ours, where several processes serve; stored with it. */
  proof?: Gathered;
  writes?: TurnWrites;
  /** What is stored of the conversation, once it has been read. */
  state?: StoreItem | undefined;
  /** The channel did not take what was said: it has been logged. */
  refused?: boolean;
  /** An apology has been tried. */
  failed?: boolean;
}

const RECORD = Symbol('turn record');

/** The record of a turn, one a context; middleware fills it in, what comes later reads it. */
export function recordOf({ turnState }: TurnContext): TurnRecord {
  const held: TurnRecord | undefined = turnState.get(RECORD);
  if (held) return held;
  const made: TurnRecord = { id: randomBytes(8).toString('hex') };
  turnState.set(RECORD, made);
  return made;
}

/** @throws when there is none: only what stands behind {@link oneWrite} may ask */
export function beganWrites(context: TurnContext): TurnWrites {
  const { writes } = recordOf(context);
  if (!writes) throw new Error('Nothing can be written before the turn has begun');
  return writes;
}
