import { z } from 'zod';
import type { LifeState } from '../account.js';

/** Every relation of v2: `{ "id": 7, "type": "users" }`. */
export const relation = z.object({ id: z.int() });

/** `active` and `deleted` are documented for all; what else there is nobody says. */
export function lifeState(state: string | null | undefined): LifeState {
  const known = state?.toLowerCase();
  return known === 'active' || known === 'deleted' ? known : 'inconclusive';
}

/** A name for something that has none, by which people can still find it. */
export function nameOr(name: string | null | undefined, id: number): string {
  return name?.trim() || `#${id}`;
}
