import type { Expectations } from '../../src/checks/check.js';
import { compareFindings } from '../../src/checks/compare.js';
import { CHECK_IDS, type Finding } from '../../src/checks/finding.js';
import { readForPutBack, rememberWhatIsOn } from '../../src/checks/put-back.js';
import { CHECKS, readForReadiness } from '../../src/checks/readiness.js';
import { seenFinding } from '../../src/checks/seen-finding.js';
import { accountWith, inbox, luc, NOT_READY, READ_AT, READY, trigger } from './example-accounts.js';

const EXPECTED: Expectations = {
  agents: ['maria@acme.example', 'jon@acme.example'],
  fields: [{ label: 'Plan', type: 'dropdown', options: ['Gold'] }],
  emailOffConfirmedAt: '2026-11-23T09:00:00.000Z',
};
const FAILED = { kind: 'failed', why: { kind: 'timeout' } } as const;

describe('readiness', () => {
  test('is one report with a finding for each check', () => {
    const report = readForReadiness(accountWith(), EXPECTED);
    expect(report.findings.map(({ check }) => check)).toEqual(CHECK_IDS);
    expect(report).toMatchObject({ kind: 'ready', site: 'acme.teamwork.com', at: READ_AT });
  });

  test('waits for the customer’s word about e-mail and for their list of fields', () => {
    expect(readForReadiness(accountWith(), { ...EXPECTED, emailOffConfirmedAt: null }).kind).toBe('unclear');
    expect(readForReadiness(accountWith(), { ...EXPECTED, fields: null }).kind).toBe('unclear');
  });

  test('is not given with one problem, and unclear with one doubt', () => {
    expect(readForReadiness(accountWith(NOT_READY), EXPECTED).kind).toBe('not-ready');
    expect(readForReadiness(accountWith({}, { triggers: FAILED }), EXPECTED).kind).toBe('unclear');
  });

  test('is plain JSON', () => {
    const report = readForReadiness(accountWith(NOT_READY), EXPECTED);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('looking again', () => {
  const three = [trigger({}), trigger({ id: 2, name: 'Close' }), trigger({ id: 3, name: 'Tag' })];
  const look = (...account: Parameters<typeof accountWith>): Finding =>
    CHECKS.triggers.look(accountWith(...account), EXPECTED);
  const before = look({ triggers: three });
  const since = (first: Finding, ...account: Parameters<typeof accountWith>) =>
    compareFindings(seenFinding(first), look(...account), accountWith(...account));
  const off = three.map((each) => ({ ...each, state: 'inactive' as const }));

  test('"2 of 3 triggers are off now; still on: Tag"', () => {
    const half = three.map((each, at) =>
      at < 2 ? { ...each, state: 'inactive' as const } : { ...each, name: 'Tag (new name)' },
    );
    expect(since(before, { triggers: half })).toMatchObject({
      ...{ kind: 'compared', before: 3, appeared: [], unclear: [] },
      fixed: [{ trigger: { name: 'Auto-assign VIP' } }, { trigger: { name: 'Close' } }],
      remaining: [{ trigger: { name: 'Tag (new name)' } }],
    });
  });

  test('all fixed, and something new', () => {
    expect(since(before, { triggers: off })).toMatchObject({ fixed: { length: 3 }, remaining: [], appeared: [] });
    expect(since(look(), { triggers: three })).toMatchObject({ before: 0, fixed: [], appeared: { length: 3 } });
  });

  test('nothing is called fixed that merely was not seen', () => {
    expect(since(before, {}, { triggers: FAILED })).toMatchObject({
      kind: 'cannot-tell',
      doubts: [{ why: { kind: 'timeout' } }],
    });
    const half = [three[0] ?? trigger({}), trigger({ id: 2, name: 'Close', state: 'inconclusive' })];
    expect(since(before, { triggers: half })).toMatchObject({
      ...{ fixed: [], remaining: { length: 1 } },
      unclear: [{ trigger: { name: 'Close' } }, { trigger: { name: 'Tag' } }],
    });
  });

  test('an invitation that expires meanwhile is still the same one', () => {
    const later = accountWith(NOT_READY);
    const first = CHECKS.agents.look(later, { ...EXPECTED, agents: null });
    const second = CHECKS.agents.look({ ...later, readAt: '2026-11-25T10:00:00.000Z' }, { ...EXPECTED, agents: null });
    expect(compareFindings(seenFinding(first), second, later)).toMatchObject({
      fixed: [],
      appeared: [],
      remaining: { length: 3 },
    });
  });

  test('two different checks cannot be compared', () => {
    expect(() => compareFindings(before, CHECKS.inbox.look(accountWith(), EXPECTED), accountWith())).toThrow(
      'Cannot compare triggers with inbox',
    );
  });
});

describe('putting back after the migration', () => {
  const first = accountWith({ ...NOT_READY, inboxes: [inbox({ sendsAutoReplies: true })] });
  const memory = rememberWhatIsOn(first);

  test('what was on at the first look is remembered: triggers, auto-replies, part time', () => {
    expect(memory).toEqual({
      ...{ site: 'acme.teamwork.com', since: READ_AT },
      things: [
        { kind: 'trigger', id: 8801, name: 'Auto-assign VIP' },
        { kind: 'trigger', id: 8807, name: 'Close after 72h' },
        { kind: 'auto-reply', id: 36_018, name: 'Support' },
        { kind: 'part-time', id: luc.id, name: 'Luc Moreau' },
      ],
    });
  });

  test('later looks add to it and take nothing away; another site begins anew', () => {
    expect(rememberWhatIsOn(accountWith(), memory)).toEqual(memory);
    expect(rememberWhatIsOn({ ...accountWith(), site: 'other.teamwork.com' }, memory)).toMatchObject({ things: [] });
  });

  test('what is off is not back yet, what is on is, what was deleted is gone', () => {
    const account = accountWith({
      triggers: [trigger({ state: 'inactive' })],
      inboxes: [inbox({ sendsAutoReplies: true })],
      agents: [luc],
    });
    expect(readForPutBack(memory, account)).toMatchObject({
      notBackYet: [{ name: 'Auto-assign VIP' }],
      back: [{ name: 'Support' }, { name: 'Luc Moreau' }],
      gone: [{ name: 'Close after 72h' }],
      doubts: [],
    });
  });

  test('a section that cannot be read leaves a doubt, and no claim about what is in it', () => {
    expect(readForPutBack(memory, accountWith(READY, { triggers: FAILED }))).toMatchObject({
      notBackYet: [{ kind: 'auto-reply' }],
      gone: [{ kind: 'part-time' }],
      doubts: [{ section: 'triggers' }],
    });
  });
});
