import type { Activity, ConversationReference } from 'botbuilder';
import { teamOf } from '../channels/teams/read-removal.js';
import { localeField } from '../channels/technical-fields.js';
import { shortDigest } from './short-digest.js';

/** How a conversation is reached when it has asked for nothing. */
export interface KeptReference extends Partial<ConversationReference> {
  /** A digest of the team that it belongs to: it goes when the team goes. */
  readonly team?: string | undefined;
}

const CONVERSATIONS = new Set(['personal', 'groupChat', 'channel']);

/**
 * What an answer needs to find its way, and nothing else that the channel tells of people: their ids as they came, no
 * names. `conversationType` and `isGroup` tell a turn whether others read along.
 */
export function keptReference(activity: Activity): KeptReference {
  const { channelId, serviceUrl, from, recipient, conversation, locale } = activity;
  const { id, conversationType, isGroup } = conversation;
  const known = localeField.parse(locale);
  const team = teamOf(activity);
  // The framework's types ask for names that it does without.
  const named = (account: { readonly id: string } | undefined) => ({ id: account?.id ?? '', name: '' });
  return {
    channelId,
    serviceUrl,
    user: named(from),
    bot: named(recipient),
    conversation: {
      id,
      name: '',
      tenantId: '',
      isGroup: isGroup === true,
      conversationType: CONVERSATIONS.has(conversationType) ? conversationType : 'personal',
    },
    ...(known === undefined ? {} : { locale: known }),
    ...(team === undefined ? {} : { team: shortDigest(team) }),
  };
}
