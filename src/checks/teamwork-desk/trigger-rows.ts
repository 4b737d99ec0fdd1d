import { z } from 'zod';
import type { Trigger } from '../account.js';
import { nameOr, relation } from './relation.js';

/** One row of `GET /desk/api/v2/triggers.json`. Flags that are left out are off, as Go leaves them out. */
export const triggerRow = z.object({
  id: z.int(),
  name: z.string().nullish(),
  type: z.string().nullish(),
  state: z.string().nullish(),
  inboxes: z.array(relation).nullish(),
  addToNewInboxes: z.boolean().nullish(),
  isSystem: z.boolean().nullish(),
});
export type TriggerRow = z.infer<typeof triggerRow>;

const STATES = ['active', 'inactive', 'incomplete', 'deleted'] as const;
const TYPES = ['automatic', 'manual'] as const;

export function toTriggers(rows: readonly TriggerRow[]): Trigger[] {
  return rows.map(({ id, name, type, state, inboxes, addToNewInboxes, isSystem }) => ({
    id,
    name: nameOr(name, id),
    state: STATES.find((known) => known === state?.toLowerCase()) ?? 'inconclusive',
    type: TYPES.find((known) => known === type?.toLowerCase()) ?? 'inconclusive',
    isSystem: isSystem === true,
    isEverywhere: addToNewInboxes === true,
    inboxIds: (inboxes ?? []).map((inbox) => inbox.id),
  }));
}
