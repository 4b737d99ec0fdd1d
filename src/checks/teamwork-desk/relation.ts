import { z } from 'zod';
import type { LifeState } from '../account.js';
import { wireInt, wireTime } from './wire-values.js';

const stateful = z.object({ state: z.string().nullish() });

/** Every relation of v2: `{ "id": 7, "type": "users" }`, with a state of its own at times; v1 gives the number alone. */
export const relation = z.union([
  z.object({ id: wireInt, meta: stateful.nullish().catch(null) }),
  wireInt.transform((id) => ({ id, meta: null })),
]);

/**
 * `active` and `deleted` are documented for all; what else there is nobody says. Only what is deleted has a `deletedAt`:
 * beside another state it contradicts that state.
 */
export function lifeState(state: string | null | undefined, deletedAt?: string | null): LifeState {
  const known = state?.trim().toLowerCase();
  if (known === 'deleted') return 'deleted';
  return known === 'active' && wireTime(deletedAt) === null ? 'active' : 'inconclusive';
}

/** A name for something that has none, by which people can still find it. */
export function nameOr(name: string | null | undefined, id: number): string {
  return name?.trim() || `#${id}`;
}
