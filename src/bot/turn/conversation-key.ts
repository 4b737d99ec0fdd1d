import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { cutSecrets } from '../../channels/secrets/cut-secrets.js';

/** One conversation on one channel, as storage, transcript and cases know it. */
export function conversationKey({ channelId, conversation }: Partial<Activity>): string {
  return `${channelId}|${conversation?.id}`;
}

const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
/** Our own on the website, the terminal's, the Emulator's, and those of Teams: chats, groups and channels. */
const IDS = new RegExp(
  `^(?:[\\w-]{24}|terminal-${UUID}|${UUID}(?:\\|livechat)?|a:[\\w-]{1,120}|19:[\\w-]{1,120}@(?:thread\\.(?:tacv2|v2|skype)|unq\\.gbl\\.spaces)(?:;messageid=\\d{1,20})?)$`,
);

/**
 * A conversation as the log names it: its key when its id looks as the channels make them, else a digest of it, by which
 * its events still belong together. An id is kept as it came, because the channel needs it back; what stands in one
 * that no channel of ours makes is nobody's business.
 */
export function loggedConversation(activity: Partial<Activity>): string {
  const channel = loggedChannel(activity.channelId);
  const id = String(activity.conversation?.id);
  if (IDS.test(id) && cutSecrets(id).found.length === 0) return `${channel}|${id}`;
  return `${channel}|#${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;
}

const CHANNELS = new Set(
  'msteams directline webchat emulator terminal slack email sms telegram facebook line skype test alexa console'.split(
    ' ',
  ),
);

/** A channel as the log names it. */
export const loggedChannel = (channelId: string | undefined): string =>
  channelId !== undefined && CHANNELS.has(channelId) ? channelId : 'unknown';
