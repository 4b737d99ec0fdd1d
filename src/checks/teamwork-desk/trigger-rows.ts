import { z } from 'zod';
import type { Trigger } from '../account.js';
import { nameOr, relation } from './relation.js';
import { wireFlag, wireInt, wireTime } from './wire-values.js';

/** One row of `GET /desk/api/v2/triggers.json`. Flags that are left out are off, as Go leaves them out. */
export const triggerRow = z.object({
  id: wireInt,
  name: z.string().nullish(),
  type: z.string().nullish(),
  state: z.string().nullish(),
  deletedAt: z.string().nullish(),
  inboxes: z.array(relation).nullish(),
  addToNewInboxes: wireFlag.nullish(),
  isSystem: wireFlag.nullish(),
});
export type TriggerRow = z.infer<typeof triggerRow>;

const STATES = ['active', 'inactive', 'incomplete', 'deleted'] as const;
const TYPES = ['automatic', 'manual'] as const;

/** Triggers as they are judged, without inboxes that they were taken off. */
export function toTriggers(rows: readonly TriggerRow[]): Trigger[] {
  return rows.map((row) => ({
    id: row.id,
    name: nameOr(row.name, row.id),
    state: stateOf(row),
    type: TYPES.find((known) => known === row.type?.trim().toLowerCase()) ?? 'inconclusive',
    isSystem: row.isSystem === null ? null : row.isSystem === true,
    isEverywhere: row.addToNewInboxes === true,
    inboxIds: (row.inboxes ?? []).filter(({ meta }) => meta?.state?.toLowerCase() !== 'deleted').map(({ id }) => id),
  }));
}

/** Only what is deleted has a `deletedAt`: beside another state it contradicts that state. */
function stateOf({ state, deletedAt }: TriggerRow): Trigger['state'] {
  const known = STATES.find((each) => each === state?.trim().toLowerCase()) ?? 'inconclusive';
  return known !== 'deleted' && wireTime(deletedAt) !== null ? 'inconclusive' : known;
}
