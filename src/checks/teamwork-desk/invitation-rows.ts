import { z } from 'zod';
import type { Invitation } from '../account.js';
import { agentRow } from './agent-rows.js';
import type { DeskList } from './read-list.js';
import { lifeState, relation } from './relation.js';
import { wireInt, wireTime } from './wire-values.js';

/** One row of `GET /desk/api/v2/agentinvites.json?includes=users`. There is no field for the expiry. */
export const invitationRow = z.object({
  id: wireInt,
  user: relation.nullish(),
  state: z.string().nullish(),
  createdAt: z.string().nullish(),
  updatedAt: z.string().nullish(),
  deletedAt: z.string().nullish(),
});
export type InvitationRow = z.infer<typeof invitationRow>;

/** The invited person's address comes beside the rows; when it did not, it is null. */
export function toInvitations({ rows, included }: DeskList<InvitationRow>): Invitation[] {
  const people = (included.get('users') ?? []).flatMap((row) => {
    const person = agentRow.safeParse(row);
    return person.success ? [person.data] : [];
  });
  const emails = new Map(people.map(({ id, email }) => [id, email?.trim() || null]));
  return rows.map(({ id, user, state, createdAt, updatedAt, deletedAt }) => ({
    id,
    agentId: user?.id ?? null,
    email: (user && emails.get(user.id)) ?? null,
    sentAt: wireTime(createdAt),
    touchedAt: wireTime(updatedAt),
    state: lifeState(state, deletedAt),
  }));
}
