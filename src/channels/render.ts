import type { Activity } from 'botbuilder';
import type { Reply } from './reply.js';
import { renderTeams } from './teams/render-teams.js';
import { splitReply } from './teams/split-reply.js';
import { renderWeb } from './web/render-web.js';

/** The channels that we draw for; the Emulator and any other Bot Framework channel is drawn for like the web. */
export type Channel = 'web' | 'teams';

/** How an activity is drawn, by the `channelId` of Bot Framework: what is not Teams is the web. */
export function channelOf(channelId: string): Channel {
  return channelId === 'msteams' ? 'teams' : 'web';
}

/** How a reply stands in its turn. */
export interface Drawing {
  /** Its buttons stand on a card, also where three suggestions would do. */
  readonly onCard?: boolean;
  /** The language that it is in, for whoever reads it aloud. */
  readonly language?: string;
}

const renderers: {
  readonly [Name in Channel]: (reply: Reply, drawing: Drawing) => readonly Partial<Activity>[];
} = {
  web: (reply) => [renderWeb(reply)],
  teams: (reply, drawing) => splitReply(reply).map((part) => renderTeams(part, drawing)),
};

/** A reply as this channel can draw it, in as many messages as it needs. */
export function render(reply: Reply, channel: Channel, drawing: Drawing = {}): readonly Partial<Activity>[] {
  return renderers[channel](reply, drawing);
}
