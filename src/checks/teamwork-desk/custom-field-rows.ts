import { z } from 'zod';
import type { CustomField } from '../account.js';
import type { DeskList } from './read-list.js';
import { lifeState } from './relation.js';
import { wireFlag, wireInt } from './wire-values.js';

/** An option of a list. Beside the rows v2 gives `id`, `name`, `displayOrder`; a state only at times. */
const optionRow = z.object({
  id: wireInt,
  name: z.string().nullish(),
  state: z.string().nullish(),
  deletedAt: z.string().nullish(),
});
type OptionRow = z.infer<typeof optionRow>;

/** One row of `GET /desk/api/v2/customfields.json?includes=customfieldoptions`. v1 puts an option's name in the row. */
export const customFieldRow = z.object({
  id: wireInt,
  agentLabel: z.string().nullish(),
  customerLabel: z.string().nullish(),
  kind: z.string().nullish(),
  enabled: wireFlag.nullish(),
  agentRequired: wireFlag.nullish(),
  options: z.array(optionRow).nullish(),
  state: z.string().nullish(),
  deletedAt: z.string().nullish(),
});
export type CustomFieldRow = z.infer<typeof customFieldRow>;

const TYPES = ['text', 'textarea', 'dropdown', 'checkboxes', 'number', 'date'] as const;

/**
 * v2 may leave out `enabled` and `state` (docs/teamwork-desk-api.md 2.6). A field that is told to be enabled lives; else
 * neither is known.
 */
export function toCustomFields({ rows, included }: DeskList<CustomFieldRow>): CustomField[] {
  const beside = new Map<number, OptionRow>();
  for (const row of included.get('customfieldoptions') ?? []) {
    const option = optionRow.safeParse(row);
    if (option.success) beside.set(option.data.id, option.data);
  }
  return rows.map((row) => ({
    id: row.id,
    label: row.agentLabel?.trim() || row.customerLabel?.trim() || `#${row.id}`,
    customerLabel: row.customerLabel?.trim() ?? '',
    type: TYPES.find((known) => known === row.kind?.trim().toLowerCase()) ?? null,
    isEnabled: row.enabled ?? null,
    isRequired: row.agentRequired === true,
    options: row.options?.flatMap((option) => namesOf(option, beside.get(option.id))) ?? null,
    state: row.state || row.deletedAt ? lifeState(row.state, row.deletedAt) : row.enabled ? 'active' : 'inconclusive',
  }));
}

/** The option's name, none when it is deleted, the empty string when its name or its state is not known. */
function namesOf(inRow: OptionRow, beside: OptionRow | undefined): string[] {
  const lives = [inRow, beside].flatMap((told) =>
    told && (told.state || told.deletedAt) ? [lifeState(told.state, told.deletedAt)] : [],
  );
  if (lives.length > 0 && lives.every((life) => life === 'deleted')) return [];
  if (lives.some((life) => life !== 'active')) return [''];
  return [inRow.name?.trim() || beside?.name?.trim() || ''];
}
