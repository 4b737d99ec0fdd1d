import { z } from 'zod';
import type { Me } from '../account.js';
import { lifeState } from './relation.js';
import { wireFlag, wireInt } from './wire-values.js';

/**
 * `GET /desk/api/v2/me.json`. What decides is optional in presence and strict in type; the rest (`ldKey`,
 * `websocketAuthToken`: secrets) ends here.
 */
const meAnswer = z.object({
  user: z.object({
    id: wireInt,
    email: z.string().nullish(),
    role: z.string().nullish(),
    isAppOwner: wireFlag.nullish(),
    state: z.string().nullish(),
    deletedAt: z.string().nullish(),
  }),
});

/** `GET /desk/v1/me.json`; drops `authToken` and `csrfToken`. */
const legacyMeAnswer = z.object({
  user: z.object({ id: wireInt, isDeskAdmin: wireFlag.nullish(), isAdmin: wireFlag.nullish() }),
});

/**
 * The owner of the key, or null when the answer is no such thing. `role` is about to be deprecated and its values are not
 * documented: `Admin` was seen, `Agent` is its counterpart, and what another word may do nobody says.
 */
export function readMe(json: unknown): Me | null {
  const answer = meAnswer.safeParse(json);
  if (!answer.success) return null;
  const { id, email, role, isAppOwner, state, deletedAt } = answer.data.user;
  // Whoever asks is there: a state that is not told says nothing against it.
  const isActive = lifeState(state ?? 'active', deletedAt) === 'active';
  return { id, email: email ?? null, isAdmin: isAppOwner === true || isAdminRole(role), isActive };
}

function isAdminRole(role: string | null | undefined): boolean | null {
  switch (role?.trim().toLowerCase()) {
    case 'admin':
      return true;
    case 'agent':
      return false;
    default:
      return null;
  }
}

/** What v1 says of the same person: null when it is no such answer; `isAdmin` null when it does not tell. */
export function readLegacyMe(json: unknown): { readonly isAdmin: boolean | null } | null {
  const answer = legacyMeAnswer.safeParse(json);
  if (!answer.success) return null;
  const { isDeskAdmin, isAdmin } = answer.data.user;
  return { isAdmin: isDeskAdmin ?? isAdmin ?? null };
}
