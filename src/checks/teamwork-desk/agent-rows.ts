import { z } from 'zod';
import type { Agent } from '../account.js';
import { lifeState } from './relation.js';

/** Desk's own actor stands behind automatic changes; it is nobody's colleague. */
const SYSTEM_ACTOR = 999_999_999;

/** One row of `GET /desk/api/v2/users.json`. */
export const agentRow = z.object({
  id: z.int(),
  email: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  isPartTime: z.boolean().nullish(),
  state: z.string().nullish(),
});
export type AgentRow = z.infer<typeof agentRow>;

export function toAgents(rows: readonly AgentRow[]): Agent[] {
  return rows
    .filter(({ id }) => id !== SYSTEM_ACTOR)
    .map(({ id, email, firstName, lastName, isPartTime, state }) => ({
      id,
      email: email?.trim() || null,
      name: [firstName, lastName].join(' ').trim(),
      isPartTime: isPartTime ?? null,
      state: lifeState(state),
    }));
}
