import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Announcement } from '../outbox/outbox.js';
import { type Action, readAction } from './action.js';
import { plainText } from './plain-text.js';
import type { SecretKind } from './secrets/found-secret.js';
import { type ReadRating, readFeedback, readReaction } from './teams/read-rating.js';
import { knownName, knownType } from './technical-fields.js';

/** Where we are being spoken to: a welcome in a channel differs from one in a personal chat. */
export type Scope = 'personal' | 'group';

/** An activity as we read it, once, at the door. Nobody behind reads `activity.type`. */
export type Inbound =
  | { readonly kind: 'utterance'; readonly text: string; readonly secrets: readonly SecretKind[] }
  | {
      readonly kind: 'action';
      readonly action: Action;
      /** The message whose card the answer replaces. */
      readonly inPlace?: string | undefined;
    }
  | { readonly kind: 'joined'; readonly scope: Scope }
  /** We were taken out of the conversation: nobody hears us any more. */
  | { readonly kind: 'left' }
  | ({ readonly kind: 'rating'; readonly scope: Scope } & ReadRating)
  /** Not from the customer: the time has come to say something. */
  | { readonly kind: 'due'; readonly announcement: Announcement }
  | { readonly kind: 'ignored'; readonly why: string };

/** The longest utterance that we read, in UTF-16 units; what comes after it is left out. */
const LONGEST_UTTERANCE = 10_000;

/** A click on a button that wants its answer in place. */
const executed = z.object({ action: z.object({ verb: z.literal('passerelle'), data: z.unknown() }) });

export function readInbound(activity: Activity, secrets: readonly SecretKind[] = []): Inbound {
  switch (activity.type) {
    case 'message':
      return readMessage(activity, secrets);
    case 'conversationUpdate':
      return readJoining(activity);
    case 'installationUpdate':
      return readInstallation(activity);
    case 'messageReaction':
      return rating(activity, readReaction(activity)) ?? { kind: 'ignored', why: 'a reaction that says nothing' };
    case 'invoke':
      return readInvoke(activity);
    default:
      return { kind: 'ignored', why: `activity of type ${knownType(activity.type)}` };
  }
}

/** Teams tells of an installation beside the joining; whoever hears of both greets once. */
function readInstallation(activity: Activity): Inbound {
  if (activity.action === 'add') return { kind: 'joined', scope: scopeOf(activity) };
  if (activity.action === 'remove') return { kind: 'left' };
  return { kind: 'ignored', why: 'the app was updated' };
}

function readInvoke(activity: Activity): Inbound {
  const ignored: Inbound = { kind: 'ignored', why: `invoke ${knownName(activity.name) ?? 'unknown'}` };
  if (activity.name === 'message/submitAction') return rating(activity, readFeedback(activity)) ?? ignored;
  if (activity.name !== 'adaptiveCard/action') return ignored;
  const read = executed.safeParse(activity.value);
  const action = readAction(read.data?.action.data);
  return action ? { kind: 'action', action, inPlace: activity.replyToId } : ignored;
}

const rating = (activity: Activity, read: ReadRating | undefined): Inbound | undefined =>
  read && { kind: 'rating', scope: scopeOf(activity), ...read };

/** Alone with us, a customer joins; a group is greeted when we are added to it, not whenever somebody else is. */
function readJoining(activity: Activity): Inbound {
  const scope = scopeOf(activity);
  const added = activity.membersAdded ?? [];
  const isUs = (member: { id: string }) => member.id === activity.recipient?.id;
  if (activity.membersRemoved?.some(isUs)) return { kind: 'left' };
  if (added.length === 0) return { kind: 'ignored', why: 'nobody joined' };
  if (scope === 'group') {
    return added.some(isUs) ? { kind: 'joined', scope } : { kind: 'ignored', why: 'somebody else joined the group' };
  }
  // The Emulator and the web announce bot and customer apart, Teams both at once.
  return added.every(isUs)
    ? { kind: 'ignored', why: 'nobody joined but the assistant itself' }
    : { kind: 'joined', scope };
}

function readMessage(activity: Activity, secrets: readonly SecretKind[]): Inbound {
  const action = readAction(activity.value);
  if (action) return { kind: 'action', action };
  const text = plainText(activity).slice(0, LONGEST_UTTERANCE);
  if (text === '' && secrets.length === 0 && !activity.text) {
    return { kind: 'ignored', why: activity.attachments?.length ? 'attachment without text' : 'message without text' };
  }
  return { kind: 'utterance', text, secrets };
}

export function scopeOf({ conversation }: Activity): Scope {
  const grouped = conversation?.isGroup || ['channel', 'groupChat'].includes(conversation?.conversationType ?? '');
  return grouped ? 'group' : 'personal';
}
