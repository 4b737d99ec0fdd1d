import type { Memory } from '../../../src/dialogs/memory';
import { startOfContact } from '../../../src/dialogs/routing/start-of-contact';

const asked = (expects: 'name' | 'email', consecutiveFallbacks = 0): Memory => ({
  open: { dialog: 'handoff', expects },
  consecutiveFallbacks,
});
const form = (name: string, email: string) => ({ kind: 'contact', name, email }) as const;

test('a form with a name and an address is a draft, ready to be shown once more', () => {
  expect(startOfContact(form(' Ana  Ruiz', 'mailto:Ana@Ejemplo.es'), {})).toEqual({
    dialog: 'handoff',
    draft: { name: 'Ana Ruiz', email: 'ana@ejemplo.es' },
  });
});

test('what cannot be read is asked for again, and both fields keep what was typed', () => {
  expect(startOfContact(form('Ana', 'ana at ejemplo'), asked('name'))).toEqual({
    dialog: 'handoff',
    draft: { name: 'Ana', email: undefined },
    typed: { name: 'Ana', email: 'ana at ejemplo' },
    invalid: { field: 'email', typed: 'ana at ejemplo', times: 1 },
  });
});

test.each([
  ['the same field again', asked('email', 1), 2],
  ['another field than before', asked('name', 1), 1],
  ['a form that had been left', { consecutiveFallbacks: 2 }, 1],
])('counts how often this field failed: %s', (_, memory, times) => {
  expect(startOfContact(form('Ana', '?'), memory).invalid).toMatchObject({ field: 'email', times });
});

test('where a secret was cut out there is no name', () => {
  expect(startOfContact(form('Ana •••', 'ana@ejemplo.es'), {})).toMatchObject({
    draft: { name: undefined, email: 'ana@ejemplo.es' },
    invalid: { field: 'name' },
  });
});
