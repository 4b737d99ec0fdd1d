import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** What of an activity tells of a team; ids as they came. */
const teamData = z.object({
  eventType: z.string().max(100).optional().catch(undefined),
  team: z
    .object({ id: z.string().min(1).max(300) })
    .optional()
    .catch(undefined),
  channel: z
    .object({ id: z.string().min(1).max(300) })
    .optional()
    .catch(undefined),
});

/** What we were taken out of: this conversation, and all others of a team when it was one. */
export interface Removal {
  /** The id of a channel that is gone, when it is another conversation than the one that this is told in. */
  readonly channel?: string | undefined;
  readonly team?: string | undefined;
}

/** Teams that are gone. */
const ENDED = new Set(['teamDeleted', 'teamHardDeleted']);

/** Whether nobody hears us any more in this conversation, and in which others; nothing when they still do. */
export function readRemoval(activity: Partial<Activity>): Removal | undefined {
  const { eventType, channel } = teamData.safeParse(activity.channelData).data ?? {};
  switch (activity.type) {
    case 'installationUpdate':
      return activity.action?.startsWith('remove') ? { team: teamOf(activity) } : undefined;
    case 'conversationUpdate':
      if (eventType === 'channelDeleted' && channel) return { channel: channel.id };
      if (eventType !== undefined && ENDED.has(eventType)) return { team: teamOf(activity) };
      return activity.membersRemoved?.some(({ id }) => id === activity.recipient?.id)
        ? { team: teamOf(activity) }
        : undefined;
    default:
      return undefined;
  }
}

/** The team that an activity comes from; nothing in chats. */
export function teamOf({ channelId, channelData }: Partial<Activity>): string | undefined {
  return channelId === 'msteams' ? teamData.safeParse(channelData).data?.team?.id : undefined;
}
