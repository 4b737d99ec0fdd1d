import { z } from 'zod';
import type { Me } from '../account.js';

/**
 * `GET /desk/api/v2/me.json`. What decides is optional in presence and strict in type; the rest (`ldKey`,
 * `websocketAuthToken`: secrets) ends here.
 */
const meAnswer = z.object({
  user: z.object({
    id: z.int(),
    email: z.string().nullish(),
    role: z.string().nullish(),
    isAppOwner: z.boolean().nullish(),
  }),
});

/** `GET /desk/v1/me.json`; drops `authToken` and `csrfToken`. */
const legacyMeAnswer = z.object({
  user: z.object({ id: z.int(), isDeskAdmin: z.boolean().nullish(), isAdmin: z.boolean().nullish() }),
});

/** The owner of the key, or null when the answer is no such thing. `role` is about to be deprecated: it may be inconclusive. */
export function readMe(json: unknown): Me | null {
  const answer = meAnswer.safeParse(json);
  if (!answer.success) return null;
  const { id, email, role, isAppOwner } = answer.data.user;
  const isAdmin = isAppOwner === true || (role ? role.toLowerCase() === 'admin' : null);
  return { id, email: email ?? null, isAdmin };
}

/** What v1 says of the same person: null when it is no such answer; `isAdmin` null when it does not tell. */
export function readLegacyMe(json: unknown): { readonly isAdmin: boolean | null } | null {
  const answer = legacyMeAnswer.safeParse(json);
  if (!answer.success) return null;
  const { isDeskAdmin, isAdmin } = answer.data.user;
  return { isAdmin: isDeskAdmin ?? isAdmin ?? null };
}
