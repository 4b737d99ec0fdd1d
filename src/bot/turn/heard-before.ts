import type { Activity } from 'botbuilder';
import type { Inbound } from '../../channels/inbound.js';
import type { HeardMessage, Memory } from '../../dialogs/memory.js';
import { shortDigest } from '../short-digest.js';

/** How many messages people go back to and change. */
const MOST_HEARD = 5;

/**
 * What a changed message is worth: the last one is answered again when its words are others; what was said before it has
 * been answered and is past.
 * @returns why it is not read, or what is remembered of the messages with it
 */
export function heardBefore(
  { id }: Partial<Activity>,
  inbound: Inbound,
  { heard = [] }: Memory,
): { readonly heard: readonly HeardMessage[] } | { readonly why: string } {
  const isMessage = inbound.kind === 'utterance' || inbound.kind === 'action' || inbound.kind === 'unread';
  if (!isMessage || !id) return { heard };
  const said: HeardMessage = {
    id: shortDigest(id),
    words: shortDigest(inbound.kind === 'utterance' ? inbound.text : ''),
  };
  if (inbound.kind === 'utterance' && inbound.isEdit) {
    const last = heard.at(-1);
    if (heard.slice(0, -1).some((one) => one.id === said.id)) return { why: 'a message before the last was changed' };
    if (last?.id === said.id && last.words === said.words) return { why: 'the words of a message are as they were' };
  }
  return { heard: [...heard.filter((one) => one.id !== said.id), said].slice(-MOST_HEARD) };
}
