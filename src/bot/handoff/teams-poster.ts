import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { codeOf } from '../../handoff/code-of.js';
import type { TeamsSettings } from '../../handoff/handoff-settings.js';
import type { CardPoster, Posted } from '../../handoff/teams/teams-destination.js';

/** Posts cards into a channel as the bot; `connect` opens the service of its region. */
export function teamsPoster(
  { conversation, serviceUrl }: Pick<TeamsSettings, 'conversation' | 'serviceUrl'>,
  connect: (serviceUrl: string) => Promise<ConnectorClient>,
): CardPoster {
  const messageOf = (card: object, summary: string): Partial<Activity> => ({
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  });
  return {
    post: (card, summary) =>
      spoken(async () => {
        const { conversations } = await connect(serviceUrl);
        // The SDK's type asks for all that an activity may hold; the service does not.
        const { id } = await conversations.sendToConversation(conversation, messageOf(card, summary) as Activity);
        return id;
      }),
    update: (activity, card, summary) =>
      spoken(async () => {
        const { conversations } = await connect(serviceUrl);
        await conversations.updateActivity(conversation, activity, messageOf(card, summary) as Activity);
        return activity;
      }),
  };
}

async function spoken(say: () => Promise<string>): Promise<Posted> {
  try {
    return { kind: 'posted', activity: await say() };
  } catch (error) {
    const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
    if (status === 404) return { kind: 'gone' };
    return { kind: 'failed', why: typeof status === 'number' ? `HTTP ${status}` : codeOf(error) };
  }
}
