import type { Activity, ConversationReference, Middleware } from 'botbuilder';
import { localeField } from '../../channels/technical-fields.js';
import { LOCAL_SERVICE } from '../connector/local-connector.js';
import { conversationKey } from '../turn/conversation-key.js';
import { beganWrites } from '../turn/turn-record.js';

/** How many conversations are known to be kept already; more are looked at again. */
const MOST_KNOWN = 5000;

const CONVERSATIONS = new Set(['personal', 'groupChat', 'channel']);

/**
 * Keeps how a conversation is reached, so that something can be said in it that nobody has just asked for. Written when
 * it is new, has changed, or a day has gone by; conversations of this process need none.
 */
export function keepReference(now: () => Date): Middleware {
  const known = new Map<string, string>();
  return {
    async onTurn(context, next) {
      const { activity } = context;
      const writes = beganWrites(context);
      const conversation = conversationKey(activity);
      if (activity.type === 'installationUpdate' && activity.action?.startsWith('remove')) {
        known.delete(conversation);
        await writes.references.forget(conversation);
      } else if (activity.serviceUrl && activity.serviceUrl !== LOCAL_SERVICE && activity.type !== 'event') {
        const reference = referenceOf(activity);
        const kept = `${now().toISOString().slice(0, 10)} ${JSON.stringify(reference)}`;
        if (known.get(conversation) !== kept) {
          await writes.references.keep(conversation, reference);
          writes.onCommitted(() => {
            if (known.size >= MOST_KNOWN) known.clear();
            known.set(conversation, kept);
          });
        }
      }
      await next();
    },
  };
}

/**
 * What an answer needs to find its way, and nothing else that the channel tells of people: their ids as they came, no
 * names. `conversationType` and `isGroup` tell a turn whether others read along.
 */
function referenceOf({
  channelId,
  serviceUrl,
  from,
  recipient,
  conversation,
  locale,
}: Activity): Partial<ConversationReference> {
  const { id, conversationType, isGroup } = conversation;
  const known = localeField.parse(locale);
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
  };
}
