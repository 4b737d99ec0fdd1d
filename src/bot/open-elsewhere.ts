import { teamsChatLink } from '../channels/teams/chat-link.js';
import type { Elsewhere } from '../dialogs/dialog-deps.js';
import type { Config } from './config.js';

/** Our own pages, and Teams when the bot has an identity there. */
export function openElsewhere({ publicUrl, credentials: { MicrosoftAppId: appId } }: Config): Elsewhere {
  return { website: publicUrl, teamsChat: appId ? (words) => teamsChatLink(appId, words) : undefined };
}
