import type { CustomField } from './account.js';
import { type Check, doubtsOfList } from './check.js';
import { type Defect, type Doubt, judgeFacts, type Note } from './finding.js';
import { plainLabel } from './plain-writing.js';
import type { ExpectedField } from './read-expected-fields.js';
import { doubtsOfAbsence, readValue, unreadSections } from './read-section.js';

/**
 * Are the custom fields there, with the right type and their options? Against the list that the customer pasted;
 * without one the fields are only listed, since nobody but the customer knows which ones the import needs.
 */
export const customFields: Check = {
  id: 'custom-fields',
  needs: ['me', 'customFields'],
  look(account, { fields: expected, unreadFields }) {
    const fields = readValue(account, 'customFields')?.filter(({ state }) => state !== 'deleted');
    if (fields === undefined) {
      return judgeFacts('custom-fields', account.readAt, { doubts: unreadSections(account, this.needs) });
    }
    const base = { lookedAt: { customFields: fields.length }, notes: notesAbout(fields) };
    if (expected === null || expected.length === 0) {
      return judgeFacts('custom-fields', account.readAt, { ...base, doubts: [{ kind: 'nothing-expected' }] });
    }
    const results = expected.map((wanted) => compare(wanted, fields));
    const isAbsent = results.some((result) => result.kind === 'absent');
    const absence = isAbsent ? doubtsOfAbsence(account, 'customFields') : [];
    // A field without a label may be the one that was not found.
    const nameless = isAbsent ? fields.filter(({ id, label }) => label === `#${id}`) : [];
    const isHidden = absence.length + nameless.length > 0;
    const inconclusive = [
      ...results.flatMap((result) => (result.kind === 'inconclusive' ? [result.label] : [])),
      ...nameless.map(({ label }) => label),
    ];
    const doubts: Doubt[] =
      inconclusive.length > 0 ? [{ kind: 'inconclusive', section: 'customFields', names: inconclusive }] : [];
    return judgeFacts('custom-fields', account.readAt, {
      ...base,
      problems: results.flatMap((result) => {
        if (result.kind === 'wrong') return result.problems;
        return result.kind === 'absent' && !isHidden ? [result.problem] : [];
      }),
      doubts: [...absence, ...doubtsOfList(unreadFields), ...doubts],
    });
  },
};

type Comparison =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly problems: readonly Defect[] }
  | { readonly kind: 'absent'; readonly problem: Defect }
  | { readonly kind: 'inconclusive'; readonly label: string };

/** Of several fields with this label the one that fits best counts. */
function compare(wanted: ExpectedField, fields: readonly CustomField[]): Comparison {
  const { label, type } = wanted;
  const byAgentLabel = fields.filter((field) => sameLabel(field.label, label));
  const namesakes =
    byAgentLabel.length > 0 ? byAgentLabel : fields.filter((field) => sameLabel(field.customerLabel, label));
  const results = namesakes.map((field) => compareOne(wanted, field));
  return (
    results.find(({ kind }) => kind === 'right') ??
    results.find(({ kind }) => kind === 'inconclusive') ??
    results.find(({ kind }) => kind === 'wrong') ?? { kind: 'absent', problem: { kind: 'field-missing', label, type } }
  );
}

function compareOne({ label, type, options }: ExpectedField, field: CustomField): Comparison {
  if (field.type === null || field.state === 'inconclusive') return { kind: 'inconclusive', label };
  const problems: Defect[] = [];
  if (field.isEnabled === false) problems.push({ kind: 'field-disabled', label });
  if (field.type !== type) problems.push({ kind: 'field-type', label, expected: type, found: field.type });
  else if (type === 'dropdown' || type === 'checkboxes') {
    if (field.options === null) return { kind: 'inconclusive', label };
    const missing = options.filter((option) => !field.options?.some((there) => sameLabel(there, option)));
    if (missing.length > 0 && field.options.includes('')) return { kind: 'inconclusive', label };
    if (missing.length > 0 || field.options.length === 0) problems.push({ kind: 'field-options', label, missing });
  }
  if (problems.length > 0) return { kind: 'wrong', problems };
  return field.isEnabled === null ? { kind: 'inconclusive', label } : { kind: 'right' };
}

function notesAbout(fields: readonly CustomField[]): Note[] {
  const listed = fields.map(({ label, type, isEnabled }): Note => ({ kind: 'field', label, type, enabled: isEnabled }));
  const required = fields
    .filter(({ isRequired, isEnabled }) => isRequired && isEnabled !== false)
    .map(({ label }) => label);
  return required.length > 0 ? [...listed, { kind: 'fields-required', labels: required }] : listed;
}

function sameLabel(a: string, b: string): boolean {
  return plainLabel(a) === plainLabel(b);
}
