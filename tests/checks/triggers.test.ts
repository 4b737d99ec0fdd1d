import { NOTHING_EXPECTED } from '../../src/checks/check.js';
import { triggers } from '../../src/checks/triggers.js';
import { accountWith, inbox, NOT_READY, READ_AT, READY, trigger } from './example-accounts.js';

const look = (...account: Parameters<typeof accountWith>) => triggers.look(accountWith(...account), NOTHING_EXPECTED);

describe('triggers', () => {
  test('are off when only manual ones and Desk’s own are on, which are mentioned', () => {
    expect(look()).toEqual({
      ...{ kind: 'ok', check: 'triggers', remedy: 'triggers', at: READ_AT, lookedAt: { inboxes: 3, triggers: 4 } },
      notes: [
        { kind: 'triggers-system', triggers: [{ id: 8800, name: 'Reactivate ticket when tasks are done' }] },
        { kind: 'triggers-manual', triggers: [{ id: 8809, name: 'Escalate' }] },
      ],
    });
  });

  test('that are on are named with the inboxes in which they act', () => {
    const inboxes = [inbox({}), inbox({ id: 2, name: 'Billing' })];
    const finding = look({
      inboxes,
      triggers: [trigger({}), trigger({ id: 2, name: 'Close', isEverywhere: true, inboxIds: [] })],
    });
    expect(finding).toMatchObject({
      kind: 'problem',
      problems: [
        { trigger: { name: 'Auto-assign VIP' }, everywhere: false, inboxes: [{ name: 'Support' }] },
        { trigger: { name: 'Close' }, everywhere: true, inboxes: [{ name: 'Support' }, { name: 'Billing' }] },
      ],
    });
  });

  test('that are incomplete do not run, but are mentioned', () => {
    const finding = look({ triggers: [trigger({ state: 'incomplete' })] });
    expect(finding).toMatchObject({ kind: 'ok', notes: [{ kind: 'triggers-incomplete' }] });
  });

  test('that are deleted do not count at all', () => {
    expect(look({ triggers: [trigger({ state: 'deleted' })] })).toMatchObject({
      kind: 'ok',
      lookedAt: { triggers: 0 },
    });
  });

  test.each([[[]], [[777]]])(
    'that are on in no inbox that is there (%j) may never run: unknown, by name',
    (inboxIds) => {
      expect(look({ triggers: [trigger({ inboxIds })] })).toMatchObject({
        kind: 'unknown',
        doubts: [{ kind: 'inconclusive', section: 'triggers', names: ['Auto-assign VIP'] }],
      });
    },
  );

  test('of which an inbox names one that is not in the list are unknown: the list is not whole', () => {
    const inboxes = [inbox({ triggerIds: [8801] })];
    expect(look({ triggers: [], inboxes })).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'contradiction', section: 'triggers' }],
    });
    expect(look({ triggers: [trigger({ state: 'deleted' })], inboxes }).kind).toBe('ok');
  });

  test('whose making was not told are unknown while they are on', () => {
    expect(look({ triggers: [trigger({ isSystem: null })] }).kind).toBe('unknown');
    expect(look({ triggers: [trigger({ isSystem: null, state: 'inactive' })] }).kind).toBe('ok');
  });

  test.each([
    ['state', { state: 'inconclusive' as const }],
    ['type', { type: 'inconclusive' as const }],
  ])('of which the account does not tell the %s are unknown, by name', (_, change) => {
    expect(look({ triggers: [trigger(change)] })).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'inconclusive', section: 'triggers', names: ['Auto-assign VIP'] }],
    });
  });

  test('that are off need no type', () => {
    expect(look({ triggers: [trigger({ state: 'inactive', type: 'inconclusive' })] }).kind).toBe('ok');
  });

  test('none in sight of a key without admin rights proves nothing', () => {
    const me = { ...READY.me, isAdmin: false };
    expect(look({ me, triggers: [] })).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'not-admin', section: 'triggers' }],
    });
    expect(look({ me: { ...me, isAdmin: null } })).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'role-inconclusive' }],
    });
  });

  test('that are on are a problem, whoever sees them', () => {
    const finding = look({ ...NOT_READY, me: { ...READY.me, isAdmin: false } });
    expect(finding).toMatchObject({ kind: 'problem', doubts: [{ kind: 'not-admin' }] });
  });

  test('cannot be told when the list of triggers or of inboxes cannot be read', () => {
    const failed = { kind: 'failed', why: { kind: 'unreachable', status: 500 } } as const;
    expect(look({}, { triggers: failed })).toMatchObject({
      kind: 'unknown',
      doubts: [{ section: 'triggers', why: failed.why }],
    });
    expect(look({}, { inboxes: failed })).toMatchObject({ kind: 'unknown', doubts: [{ section: 'inboxes' }] });
  });

  test('a refused key is one doubt, not three', () => {
    const refused = { kind: 'failed', why: { kind: 'refused' } } as const;
    const finding = look({}, { me: refused, inboxes: refused, triggers: refused });
    expect(finding).toMatchObject({ kind: 'unknown', doubts: [{ kind: 'could-not-read', section: 'me' }] });
  });

  test('asking about a section that nobody read is a bug', () => {
    const account = { ...accountWith(), sections: { me: accountWith().sections.me } };
    expect(() => triggers.look(account, NOTHING_EXPECTED)).toThrow('Section inboxes was not asked for');
  });
});
