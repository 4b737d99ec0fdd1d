import { z } from 'zod';
import type { Inbox } from '../account.js';
import { lifeState, nameOr, relation } from './relation.js';

/** "My Tickets" of v1: a view, no inbox. */
const MY_TICKETS = 9_999_999_999;
/**
 * Every new site has a sample inbox; how it is called is not documented. A real inbox with this word in its name is
 * named to the customer as a sample, so that they can tell.
 */
const SAMPLE_NAME = /\b(?:sample|exemple|beispiel|ejemplo)/i;

/** One row of `GET /desk/api/v2/inboxes.json`; mail passwords and OAuth tokens end here. */
export const inboxRow = z.object({
  id: z.int(),
  name: z.string().nullish(),
  type: z.string().nullish(),
  user: relation.nullish(),
  state: z.string().nullish(),
  autoReplyEnabled: z.boolean().nullish(),
});
export type InboxRow = z.infer<typeof inboxRow>;

export function toInboxes(rows: readonly InboxRow[]): Inbox[] {
  return rows
    .filter(({ id }) => id !== MY_TICKETS)
    .map((row) => ({
      id: row.id,
      name: nameOr(row.name, row.id),
      type: typeOf(row),
      state: lifeState(row.state),
      sendsAutoReplies: row.autoReplyEnabled === true,
    }));
}

/** The values of `type` are not documented (`team` was seen); a personal inbox has an owner. */
function typeOf({ type, user, name }: InboxRow): Inbox['type'] {
  if (user) return 'personal';
  if (!name?.trim()) return 'inconclusive';
  if (SAMPLE_NAME.test(name)) return 'sample';
  if (type?.toLowerCase() === 'personal') return 'personal';
  return type?.toLowerCase() === 'team' || (!type && user === null) ? 'team' : 'inconclusive';
}
