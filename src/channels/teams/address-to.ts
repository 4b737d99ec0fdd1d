import type { Activity, ChannelAccount } from 'botbuilder';
import { scopeOf } from '../inbound.js';

/** The longest name that is put before an answer, in UTF-16 units. */
const LONGEST_NAME = 100;

/** Who is told whom an answer is for. */
export type Addressee = Pick<ChannelAccount, 'id' | 'name'>;

/** Whoever asked among others: in a team or a group chat several may ask at once. Nobody in a chat of two. */
export function addresseeOf(activity: Activity): Addressee | undefined {
  const { type, from } = activity;
  if (type !== 'message' || scopeOf(activity) !== 'group') return undefined;
  const name = from.name
    ?.slice(0, LONGEST_NAME)
    .replace(/[<>&\s]+/g, ' ')
    .trim();
  return name && from.id ? { id: from.id, name } : undefined;
}

/** The same message, beginning with the name of whom it is for; Teams notifies them, too. */
export function addressTo(activity: Partial<Activity>, { id, name }: Addressee): Partial<Activity> {
  const mention = `<at>${name}</at>`;
  return {
    ...activity,
    text: activity.text ? `${mention} ${activity.text}` : mention,
    entities: [...(activity.entities ?? []), { type: 'mention', text: mention, mentioned: { id, name } }],
  };
}
