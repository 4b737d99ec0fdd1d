import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { bothEnds } from '../knowledge/understanding/text/both-ends.js';
import type { Announcement } from '../outbox/outbox.js';
import { type Action, readAction } from './action.js';
import { plainText } from './plain-text.js';
import { channelOf } from './render.js';
import type { SecretKind } from './secrets/found-secret.js';
import { type ReadRating, readFeedback, readReaction } from './teams/read-rating.js';
import { type Removal, readRemoval } from './teams/read-removal.js';
import { readSharedGuide } from './teams/read-shared-guide.js';
import { knownName, knownType } from './technical-fields.js';
import { type Wordless, wordlessKind } from './wordless.js';

/** Where we are being spoken to: a welcome in a channel differs from one in a personal chat. */
export type Scope = 'personal' | 'group';

/** An activity as we read it, once, at the door. Nobody behind reads `activity.type`. */
export type Inbound =
  | {
      readonly kind: 'utterance';
      readonly text: string;
      readonly secrets: readonly SecretKind[];
      /** A message that was sent before has been changed to this. */
      readonly isEdit?: true;
    }
  | {
      readonly kind: 'action';
      readonly action: Action;
      /** The message whose card the answer replaces. */
      readonly inPlace?: string | undefined;
    }
  /** Something was sent that we cannot read: no words, or a button that an older version of us has drawn. */
  | {
      readonly kind: 'unread';
      readonly what: Wordless | 'outdated';
    }
  | { readonly kind: 'joined'; readonly scope: Scope }
  /** We were taken out of the conversation: nobody hears us any more. */
  | ({ readonly kind: 'left' } & Removal)
  | ({ readonly kind: 'rating'; readonly scope: Scope } & ReadRating)
  /** Not from the customer: the time has come to say something. */
  | { readonly kind: 'due'; readonly announcement: Announcement }
  | { readonly kind: 'ignored'; readonly why: string };

/** The longest utterance that we read, in UTF-16 units; of a longer one, its beginning and its end. */
const LONGEST_UTTERANCE = 10_000;

/** A click on a button that wants its answer in place. */
const executed = z.object({ action: z.object({ verb: z.literal('passerelle'), data: z.unknown() }) });

/**
 * Reads an activity, whatever its channel; pure. What is malformed or unknown is `ignored` with the reason, never an error.
 * @param activity as it came, secrets already cut out of its text (see `scrubSecrets`)
 * @param secrets the kinds that were cut out
 */
export function readInbound(activity: Activity, secrets: readonly SecretKind[] = []): Inbound {
  const removal = readRemoval(activity);
  if (removal) return { kind: 'left', ...removal };
  switch (activity.type) {
    case 'message':
      return readMessage(activity, secrets);
    case 'messageUpdate':
      return readEdit(activity, secrets);
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

function readInstallation(activity: Activity): Inbound {
  if (activity.action === 'add') return { kind: 'joined', scope: scopeOf(activity) };
  return { kind: 'ignored', why: 'the app was updated' };
}

function readInvoke(activity: Activity): Inbound {
  const ignored: Inbound = { kind: 'ignored', why: `invoke ${knownName(activity.name) ?? 'unknown'}` };
  if (activity.name === 'message/submitAction') return rating(activity, readFeedback(activity)) ?? ignored;
  if (activity.name !== 'adaptiveCard/action') return ignored;
  const read = executed.safeParse(activity.value);
  const action = readAction(read.data?.action.data);
  return action ? { kind: 'action', action, inPlace: activity.replyToId } : { kind: 'unread', what: 'outdated' };
}

const rating = (activity: Activity, read: ReadRating | undefined): Inbound | undefined =>
  read && { kind: 'rating', scope: scopeOf(activity), ...read };

/** Alone with us, a customer joins; a group is greeted when we are added to it, not whenever somebody else is. */
function readJoining(activity: Activity): Inbound {
  const scope = scopeOf(activity);
  const added = activity.membersAdded ?? [];
  const isUs = (member: { id: string }) => member.id === activity.recipient?.id;
  if (added.length === 0) return { kind: 'ignored', why: 'nobody joined' };
  // It comes without the customer's language, and the installation, which has it, comes as well.
  if (channelOf(activity.channelId) === 'teams') return { kind: 'ignored', why: 'greeted when the app is installed' };
  if (scope === 'group') {
    return added.some(isUs) ? { kind: 'joined', scope } : { kind: 'ignored', why: 'somebody else joined the group' };
  }
  // The Emulator and the web announce bot and customer apart.
  return added.every(isUs)
    ? { kind: 'ignored', why: 'nobody joined but the assistant itself' }
    : { kind: 'joined', scope };
}

function readMessage(activity: Activity, secrets: readonly SecretKind[]): Inbound {
  const action = readAction(activity.value);
  // A form for a key does not stay behind with the key in it.
  const isForm = action?.kind === 'sign-in' && channelOf(activity.channelId) === 'teams';
  if (action) return { kind: 'action', action, ...(isForm ? { inPlace: activity.replyToId } : {}) };
  const text = bothEnds(plainText(activity), LONGEST_UTTERANCE);
  return text === '' && secrets.length === 0 && isWordless(activity)
    ? readWordless(activity)
    : { kind: 'utterance', text, secrets };
}

/** Nothing was typed, or nothing beside a mention of us and what was attached. */
const isWordless = ({ text, attachments }: Activity): boolean =>
  !(typeof text === 'string' && /\S/.test(text)) || wordlessKind(attachments ?? []) !== 'other';

/** Somebody waits for an answer also to what has no words. */
function readWordless({ value, attachments }: Activity): Inbound {
  // The button of a card that we do not draw any more, or never did.
  if (value !== undefined && value !== null) return { kind: 'unread', what: 'outdated' };
  const sent = attachments ?? [];
  const article = readSharedGuide(sent);
  if (article !== undefined) return { kind: 'action', action: { kind: 'article', article } };
  return sent.length > 0 ? { kind: 'unread', what: wordlessKind(sent) } : { kind: 'utterance', text: '', secrets: [] };
}

/** What was changed for the customer's sake alone: a message that is restored or deleted asks nothing. */
const edited = z.object({ eventType: z.literal('editMessage') });

function readEdit(activity: Activity, secrets: readonly SecretKind[]): Inbound {
  const text = bothEnds(plainText(activity), LONGEST_UTTERANCE);
  if (!edited.safeParse(activity.channelData).success || (text === '' && secrets.length === 0))
    return { kind: 'ignored', why: 'a message was changed, but not its words' };
  return { kind: 'utterance', text, secrets, isEdit: true };
}

/** Whether others read along: `isGroup` of Bot Framework, or the type of conversation that Teams tells. */
export function scopeOf({ conversation }: Activity): Scope {
  const grouped = conversation?.isGroup || ['channel', 'groupChat'].includes(conversation?.conversationType ?? '');
  return grouped ? 'group' : 'personal';
}
