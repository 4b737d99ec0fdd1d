import type { Activity, Attachment, ChannelAccount } from 'botbuilder';
import { scopeOf } from '../inbound.js';

/** The longest name that is put before an answer, in UTF-16 units. */
const LONGEST_NAME = 100;

/** Who is told whom an answer is for. */
export type Addressee = Pick<ChannelAccount, 'id' | 'name'>;

/** What somebody did who waits for an answer: a message or one that was changed, a click. */
const ASKING: ReadonlySet<string> = new Set(['message', 'messageUpdate', 'invoke']);

/** Whoever asked among others: in a team or a group chat several may ask at once. Nobody in a chat of two. */
export function addresseeOf(activity: Activity): Addressee | undefined {
  const { type, from } = activity;
  if (!ASKING.has(type) || scopeOf(activity) !== 'group') return undefined;
  const name = from.name
    ?.slice(0, LONGEST_NAME)
    .replace(/[<>&\s]+/g, ' ')
    .trim();
  return name && from.id ? { id: from.id, name } : undefined;
}

/**
 * The same message, beginning with the name of whom it is for; Teams notifies them, too. A card has the name in it: a text
 * beside a card may become a message of its own, and then nobody tells which id either has.
 */
export function addressTo(activity: Partial<Activity>, { id, name }: Addressee): Partial<Activity> {
  const text = `<at>${name}</at>`;
  const mention = { type: 'mention', text, mentioned: { id, name } };
  const [card, ...others] = activity.attachments ?? [];
  if (card) return { ...activity, attachments: [withMention(card, mention), ...others] };
  return {
    ...activity,
    text: activity.text ? `${text} ${activity.text}` : text,
    entities: [...(activity.entities ?? []), mention],
  };
}

function withMention({ content, ...card }: Attachment, mention: { readonly text: string }): Attachment {
  const named = { type: 'TextBlock', text: mention.text, wrap: true };
  const msteams = { ...content.msteams, entities: [...(content.msteams?.entities ?? []), mention] };
  return { ...card, content: { ...content, body: [named, ...content.body], msteams } };
}
