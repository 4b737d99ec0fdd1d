import { NOTHING_EXPECTED } from '../../src/checks/check.js';
import { inbox as inboxCheck } from '../../src/checks/inbox.js';
import { accountWith, inbox, NOT_READY, READY } from './example-accounts.js';

const look = (...account: Parameters<typeof accountWith>) => inboxCheck.look(accountWith(...account), NOTHING_EXPECTED);
const personal = inbox({ id: 3, name: 'Maria', type: 'personal' });

describe('an inbox for the import', () => {
  test('is there when one is an active team inbox; the sample is mentioned', () => {
    expect(look()).toMatchObject({
      kind: 'ok',
      lookedAt: { inboxes: 3 },
      notes: [{ kind: 'real-inboxes', inboxes: [{ name: 'Support' }, { name: 'Billing' }] }, { kind: 'sample-inbox' }],
    });
  });

  test.each([
    [[], { kind: 'inbox-none' }],
    [NOT_READY.inboxes, { kind: 'inbox-only-sample', names: ['Sample Inbox'] }],
    [[personal], { kind: 'inbox-only-personal', names: ['Maria'] }],
    [[inbox({ state: 'deleted' })], { kind: 'inbox-none' }],
  ])('is not there (%#)', (inboxes, problem) => {
    expect(look({ inboxes })).toMatchObject({ kind: 'problem', problems: [problem] });
  });

  test.each([{ state: 'inconclusive' as const }, { type: 'inconclusive' as const }])('%j cannot be told', (change) => {
    expect(look({ inboxes: [inbox(change)] })).toMatchObject({ kind: 'unknown', doubts: [{ kind: 'inconclusive' }] });
  });

  test('seen by any key is proven; unseen by a key without admin rights is not proven missing', () => {
    const me = { ...READY.me, isAdmin: false };
    expect(look({ me }).kind).toBe('ok');
    expect(look({ me, inboxes: [] })).toMatchObject({ kind: 'unknown', doubts: [{ kind: 'not-admin' }] });
  });

  test('that answers customers by itself is mentioned: the import would trigger it', () => {
    const finding = look({ inboxes: [inbox({ sendsAutoReplies: true })] });
    expect(finding.notes).toContainEqual({ kind: 'auto-replies-on', inboxes: [{ id: 36_018, name: 'Support' }] });
  });

  test('that cannot be read is unknown', () => {
    expect(look({}, { inboxes: { kind: 'failed', why: { kind: 'timeout' } } }).kind).toBe('unknown');
  });
});
