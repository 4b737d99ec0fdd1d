import { NOTHING_EXPECTED } from '../../src/checks/check.js';
import { customFields } from '../../src/checks/custom-fields.js';
import type { ExpectedField } from '../../src/checks/read-expected-fields.js';
import { accountWith, customField, READY } from './example-accounts.js';

const wanted = (label: string, type: ExpectedField['type'], options: readonly string[] = []): ExpectedField => ({
  label,
  type,
  options,
});
const look = (fields: readonly ExpectedField[] | null, ...account: Parameters<typeof accountWith>) =>
  customFields.look(accountWith(...account), { ...NOTHING_EXPECTED, fields });

describe('custom fields', () => {
  test('without a list are listed; whether they are the right ones only the customer knows', () => {
    expect(look(null)).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'nothing-expected' }],
      notes: [
        { kind: 'field', label: 'Order number', type: 'text' },
        { kind: 'field', label: 'Plan', type: 'dropdown' },
        { kind: 'field', label: 'Renewal', type: 'date' },
        { kind: 'fields-required', labels: ['Plan'] },
      ],
    });
  });

  test('of a list are found whatever the case and the spaces, by either label', () => {
    const list = [wanted(' order  NUMBER', 'text'), wanted('Your plan', 'dropdown'), wanted('Renewal', 'date')];
    expect(look(list)).toMatchObject({ kind: 'ok', lookedAt: { customFields: 3 } });
  });

  test('that are not there are missing', () => {
    expect(look([wanted('Region', 'dropdown')])).toMatchObject({
      problems: [{ kind: 'field-missing', label: 'Region', type: 'dropdown' }],
    });
  });

  test('of another type are wrong, with both types', () => {
    expect(look([wanted('Plan', 'checkboxes')])).toMatchObject({
      problems: [{ kind: 'field-type', label: 'Plan', expected: 'checkboxes', found: 'dropdown' }],
    });
  });

  test('with several problems name each', () => {
    const plan = customField({ label: 'Plan', type: 'text', isEnabled: false });
    expect(look([wanted('Plan', 'dropdown')], { customFields: [plan] })).toMatchObject({
      problems: [{ kind: 'field-disabled' }, { kind: 'field-type' }],
    });
  });

  test.each([
    [[], [], []],
    [['Gold'], ['Gold', 'Bronze', 'Lead'], ['Bronze', 'Lead']],
  ])('a dropdown with the options %j, wanted %j, lacks %j', (there, options, missing) => {
    const plan = customField({ label: 'Plan', type: 'dropdown', options: there });
    expect(look([wanted('Plan', 'dropdown', options)], { customFields: [plan] })).toMatchObject({
      problems: [{ kind: 'field-options', missing }],
    });
  });

  test('options are compared like labels', () => {
    expect(look([wanted('Plan', 'dropdown', ['gold', ' SILVER '])]).kind).toBe('ok');
  });

  test('of two with one label the better one counts', () => {
    const twins = [customField({ label: 'Plan', type: 'text' }), customField({ id: 2, label: 'Plan', type: 'date' })];
    expect(look([wanted('Plan', 'date')], { customFields: twins }).kind).toBe('ok');
  });

  test.each([
    ['a type that nobody knows', { type: null }],
    ['options that were not told', { options: null }],
    ['a state that was not told', { state: 'inconclusive' as const }],
    ['options without names', { options: [''] }],
  ])('%s is a doubt', (_, change) => {
    const plan = customField({ label: 'Plan', type: 'dropdown', ...change });
    expect(look([wanted('Plan', 'dropdown', ['Gold'])], { customFields: [plan] })).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'inconclusive', names: ['Plan'] }],
    });
  });

  test('seen by a key without admin rights are proven; unseen ones are not proven missing', () => {
    const me = { ...READY.me, isAdmin: false };
    expect(look([wanted('Renewal', 'date')], { me }).kind).toBe('ok');
    expect(look([wanted('Region', 'date')], { me })).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'not-admin' }],
    });
  });

  test('that cannot be read are unknown', () => {
    const forbidden = { kind: 'failed', why: { kind: 'forbidden' } } as const;
    expect(look([wanted('Plan', 'date')], {}, { customFields: forbidden }).kind).toBe('unknown');
  });
});
