import type { Case } from './case.js';

/** Where no customer is: what is answered to a synthetic case reaches nobody. */
export const SYNTHETIC_CONVERSATION = 'synthetic|nobody';

/** A case that shows everything a case may hold, and that nobody waits behind. */
export function syntheticCase(reference: string, now: Date): Case {
  const at = now.toISOString();
  return {
    reference,
    at,
    language: 'en',
    name: 'Passerelle test',
    email: 'test@example.com',
    topic: 'test',
    title: 'A test of the hand-off',
    question: 'Does a hand-off reach the team?',
    steps: { title: 'A test of the hand-off', done: 1, total: 2 },
    findings: [
      {
        check: 'test',
        before: { kind: 'problem', at, problems: ['The hand-off has not been tested.'] },
        now: { kind: 'ok', at, problems: [] },
      },
    ],
    conversation: SYNTHETIC_CONVERSATION,
    transcript: [
      { at, from: 'customer', text: 'Does a hand-off reach the team?' },
      { at, from: 'assistant', text: 'This is a test. Nobody waits for an answer.' },
    ],
  };
}
