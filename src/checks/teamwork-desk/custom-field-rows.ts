import { z } from 'zod';
import type { CustomField } from '../account.js';
import type { DeskList } from './read-list.js';
import { lifeState } from './relation.js';

/** One row of `GET /desk/api/v2/customfields.json?includes=customfieldoptions`. v1 puts an option's name in the row. */
export const customFieldRow = z.object({
  id: z.int(),
  agentLabel: z.string().nullish(),
  customerLabel: z.string().nullish(),
  kind: z.string().nullish(),
  enabled: z.boolean().nullish(),
  agentRequired: z.boolean().nullish(),
  options: z.array(z.object({ id: z.int(), name: z.string().nullish() })).nullish(),
  state: z.string().nullish(),
});
export type CustomFieldRow = z.infer<typeof customFieldRow>;

const optionRow = z.object({ id: z.int(), name: z.string() });
const TYPES = ['text', 'textarea', 'dropdown', 'checkboxes', 'number', 'date'] as const;

/** `enabled` and `state` may be left out by v2: only an explicit no counts. */
export function toCustomFields({ rows, included }: DeskList<CustomFieldRow>): CustomField[] {
  const names = new Map<number, string>();
  for (const row of included.get('customfieldoptions') ?? []) {
    const option = optionRow.safeParse(row);
    if (option.success) names.set(option.data.id, option.data.name.trim());
  }
  return rows.map(({ id, agentLabel, customerLabel, kind, enabled, agentRequired, options, state }) => ({
    id,
    label: agentLabel?.trim() || customerLabel?.trim() || `#${id}`,
    customerLabel: customerLabel?.trim() ?? '',
    type: TYPES.find((known) => known === kind?.toLowerCase()) ?? null,
    isEnabled: enabled !== false,
    isRequired: agentRequired === true,
    options: options?.map((option) => option.name?.trim() || (names.get(option.id) ?? '')) ?? null,
    state: state ? lifeState(state) : 'active',
  }));
}
