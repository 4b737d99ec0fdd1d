import { z } from 'zod';
import type { Inbox } from '../account.js';
import { lifeState, nameOr, relation } from './relation.js';
import { flagOf, wireFlag, wireInt } from './wire-values.js';

/** "My Tickets" of v1: a view, no inbox. */
const MY_TICKETS = 9_999_999_999;
/**
 * Every new site has a sample inbox; how it is called is not documented. Only a name that says this and nothing else is
 * taken for it ("Sample requests" may be anybody's); under another name it is told by nothing (see the check `inbox`).
 */
const SAMPLE_NAME = /^sample(?:[ _-](?:inbox|mailbox))?$/i;

/** One row of `GET /desk/api/v2/inboxes.json`; mail passwords and OAuth tokens end here. */
export const inboxRow = z.object({
  id: wireInt,
  name: z.string().nullish(),
  type: z.string().nullish(),
  user: relation.nullish(),
  state: z.string().nullish(),
  deletedAt: z.string().nullish(),
  autoReplyEnabled: wireFlag.nullish(),
  triggers: z.array(relation).nullish(),
});
export type InboxRow = z.infer<typeof inboxRow>;

/** Inboxes as they are judged, without the view "My tickets", and without triggers that were taken off. */
export function toInboxes(rows: readonly InboxRow[]): Inbox[] {
  const flags = rows.map(({ autoReplyEnabled }) => autoReplyEnabled);
  return rows
    .filter(({ id }) => id !== MY_TICKETS)
    .map((row) => ({
      id: row.id,
      name: nameOr(row.name, row.id),
      type: typeOf(row),
      state: lifeState(row.state, row.deletedAt),
      sendsAutoReplies: flagOf(row.autoReplyEnabled, flags),
      triggerIds: (row.triggers ?? [])
        .filter(({ meta }) => meta?.state?.toLowerCase() !== 'deleted')
        .map((trigger) => trigger.id),
    }));
}

/** The values of `type` are not documented (`team` was seen); a personal inbox has an owner, a team inbox has none. */
function typeOf({ type, user, name }: InboxRow): Inbox['type'] {
  const word = type?.trim().toLowerCase();
  if (user) return word === 'team' ? 'inconclusive' : 'personal';
  if (word === 'personal') return 'personal';
  if (!name?.trim()) return 'inconclusive';
  if (SAMPLE_NAME.test(name.trim())) return 'sample';
  return word === 'team' || (!word && user === null) ? 'team' : 'inconclusive';
}
