import { z } from 'zod';
import type { Agent } from '../account.js';
import { lifeState } from './relation.js';
import { flagOf, wireFlag, wireInt } from './wire-values.js';

/** Desk's own actor stands behind automatic changes; it is nobody's colleague. */
const SYSTEM_ACTOR = 999_999_999;

/** One row of `GET /desk/api/v2/users.json`. */
export const agentRow = z.object({
  id: wireInt,
  email: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  isPartTime: wireFlag.nullish(),
  state: z.string().nullish(),
  deletedAt: z.string().nullish(),
});
export type AgentRow = z.infer<typeof agentRow>;

/** Agents as they are judged, without the system's own actor; flags as {@link flagOf} reads them. */
export function toAgents(rows: readonly AgentRow[]): Agent[] {
  const flags = rows.map(({ isPartTime }) => isPartTime);
  return rows
    .filter(({ id }) => id !== SYSTEM_ACTOR)
    .map(({ id, email, firstName, lastName, isPartTime, state, deletedAt }) => ({
      id,
      email: email?.trim() || null,
      name: [firstName, lastName].join(' ').trim(),
      isPartTime: flagOf(isPartTime, flags),
      state: lifeState(state, deletedAt),
    }));
}
