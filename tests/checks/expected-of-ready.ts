import type { Expectations } from '../../src/checks/check.js';

/** What the ready practice account fulfils: without a fault every check is OK. */
export const EXPECTED: Expectations = {
  agents: ['maria@acme.example', 'jon@acme.example'],
  fields: [
    { label: 'Order number', type: 'text', options: [] },
    { label: 'Plan', type: 'dropdown', options: ['Gold', 'Silver'] },
  ],
  emailOffConfirmedAt: null,
};
