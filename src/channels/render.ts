import type { Activity } from 'botbuilder';
import type { Reply } from './reply.js';
import { renderTeams } from './teams/render-teams.js';
import { splitReply } from './teams/split-reply.js';
import { renderWeb } from './web/render-web.js';

/** The channels that we draw for; the Emulator and any other Bot Framework channel is drawn for like the web. */
export type Channel = 'web' | 'teams';

export function channelOf(channelId: string): Channel {
  return channelId === 'msteams' ? 'teams' : 'web';
}

const renderers: {
  readonly [Name in Channel]: (reply: Reply, isFollowed: boolean) => readonly Partial<Activity>[];
} = {
  web: (reply) => [renderWeb(reply)],
  teams: (reply, isFollowed) => splitReply(reply).map((part) => renderTeams(part, isFollowed)),
};

/**
 * A reply as this channel can draw it, in as many messages as it needs.
 * @param isFollowed another reply comes behind it in the same turn
 */
export function render(reply: Reply, channel: Channel, isFollowed = false): readonly Partial<Activity>[] {
  return renderers[channel](reply, isFollowed);
}
