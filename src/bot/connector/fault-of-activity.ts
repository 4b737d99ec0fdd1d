import { z } from 'zod';

const account = z.object({ id: z.string().min(1).max(1000), name: z.string().nullish() });

/** What every turn relies on; all else of an activity is read with care where it is used. */
const activity = z.object({
  type: z.string().min(1).max(100),
  // A name of the field's kind: it begins the keys under which a conversation is kept.
  channelId: z.string().regex(/^[a-z][a-z\d_-]{0,49}$/i, 'the name of a channel expected'),
  conversation: z.object({ id: z.string().min(1).max(1000) }),
  from: account,
  recipient: account.nullish(),
  id: z.string().max(1000).nullish(),
  action: z.string().max(100).nullish(),
  text: z.string().nullish(),
  serviceUrl: z.string().max(2000).nullish(),
  locale: z.string().max(100).nullish(),
  timestamp: z.union([z.string().max(100), z.date()]).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  reactionsAdded: z.array(z.object({ type: z.string().max(100) })).nullish(),
  replyToId: z.string().max(1000).nullish(),
  attachments: z.array(z.looseObject({})).nullish(),
  entities: z.array(z.unknown()).nullish(),
});

/** What is wrong with a request's body as an activity; nothing when it is well formed. */
export function faultOfActivity(body: unknown): string | undefined {
  const read = activity.safeParse(body);
  if (read.success) return undefined;
  const { path, message } = read.error.issues[0] ?? { path: [], message: 'not an activity' };
  return `Activity expected; ${path.length > 0 ? path.join('.') : 'body'}: ${message}`;
}
