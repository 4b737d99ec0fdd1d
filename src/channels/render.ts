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

const renderers: { readonly [Name in Channel]: (reply: Reply) => readonly Partial<Activity>[] } = {
  web: (reply) => [renderWeb(reply)],
  teams: (reply) => splitReply(reply).map(renderTeams),
};

/** A reply as this channel can draw it, in as many messages as it needs. */
export function render(reply: Reply, channel: Channel): readonly Partial<Activity>[] {
  return renderers[channel](reply);
}
