import type { Activity } from 'botbuilder';

/** One conversation on one channel, as storage, transcript and cases know it. */
export function conversationKey({ channelId, conversation }: Partial<Activity>): string {
  return `${channelId}|${conversation?.id}`;
}
