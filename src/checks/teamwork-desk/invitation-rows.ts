import { z } from 'zod';
import type { Invitation } from '../account.js';
import { agentRow } from './agent-rows.js';
import type { DeskList } from './read-list.js';
import { lifeState, relation } from './relation.js';

/** Go's zero time: no time at all. */
const ZERO_TIME_YEAR = '0001-';

/** One row of `GET /desk/api/v2/agentinvites.json?includes=users`. There is no field for the expiry. */
export const invitationRow = z.object({
  id: z.int(),
  user: relation.nullish(),
  state: z.string().nullish(),
  createdAt: z.string().nullish(),
});
export type InvitationRow = z.infer<typeof invitationRow>;

/** The invited person's address comes beside the rows; when it did not, it is inconclusive. */
export function toInvitations({ rows, included }: DeskList<InvitationRow>): Invitation[] {
  const people = (included.get('users') ?? []).flatMap((row) => {
    const person = agentRow.safeParse(row);
    return person.success ? [person.data] : [];
  });
  const emails = new Map(people.map(({ id, email }) => [id, email?.trim() || null]));
  return rows.map(({ id, user, state, createdAt }) => ({
    id,
    agentId: user?.id ?? null,
    email: (user && emails.get(user.id)) ?? null,
    sentAt: readTime(createdAt),
    state: lifeState(state),
  }));
}

function readTime(text: string | null | undefined): string | null {
  if (!text || text.startsWith(ZERO_TIME_YEAR) || Number.isNaN(Date.parse(text))) return null;
  return new Date(text).toISOString();
}
