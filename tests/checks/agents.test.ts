import { agents } from '../../src/checks/agents.js';
import { NOTHING_EXPECTED } from '../../src/checks/check.js';
import { accountWith, agent, invitation, jon, maria, NOT_READY, olena, READY } from './example-accounts.js';

const look = (list: readonly string[] | null, ...account: Parameters<typeof accountWith>) =>
  agents.look(accountWith(...account), { ...NOTHING_EXPECTED, agents: list });

describe('agents without a list', () => {
  test('are fine when all are full time and no invitation is open; that nobody can be missed is said', () => {
    expect(look(null)).toMatchObject({
      kind: 'ok',
      lookedAt: { agents: 3, invitations: 0 },
      notes: [{ kind: 'without-list' }],
    });
    expect(look([])).toMatchObject({ kind: 'ok' });
  });

  test('who are part time, invited or whose invitation expired are named', () => {
    expect(look(null, NOT_READY)).toMatchObject({
      kind: 'problem',
      problems: [
        { kind: 'agent-part-time', email: 'luc@acme.example', name: 'Luc Moreau' },
        { kind: 'invitation-open', email: 'jon@acme.example' },
        { kind: 'invitation-expired', email: 'priya@acme.example' },
      ],
    });
  });

  test('nobody at all cannot be true: someone owns the key', () => {
    expect(look(null, { agents: [] })).toMatchObject({ kind: 'unknown', doubts: [{ kind: 'nothing-seen' }] });
  });
});

describe('agents of a list', () => {
  test('who exist are found whatever the case and the spaces', () => {
    expect(look([' MARIA@Acme.example ', 'jon@acme.example'])).toMatchObject({ kind: 'ok', notes: [] });
  });

  test('who do not exist are missing', () => {
    expect(look(['maria@acme.example', 'ana@acme.example'])).toMatchObject({
      kind: 'problem',
      problems: [{ kind: 'agent-missing', email: 'ana@acme.example' }],
    });
  });

  test('who were deleted are missing', () => {
    expect(look([maria.email ?? ''], { agents: [olena, { ...maria, state: 'deleted' }] })).toMatchObject({
      problems: [{ kind: 'agent-missing' }],
    });
  });

  test('are all that counts: others may be part time', () => {
    expect(look(['maria@acme.example'], NOT_READY).kind).toBe('ok');
  });

  test('who are known by their invitation only are invited, not missing', () => {
    const finding = look(['new@acme.example'], { invitations: [invitation({ email: 'new@acme.example' })] });
    expect(finding).toMatchObject({ problems: [{ kind: 'invitation-open' }] });
  });
});

describe('invitations', () => {
  const withInvitation = (sentAt: string | null) =>
    look(null, { invitations: [invitation({ sentAt, touchedAt: sentAt })] });
  test.each([
    ['2026-11-22T10:42:00.000Z', 'invitation-open'],
    ['2026-11-22T10:41:59.999Z', 'invitation-expired'],
    [null, 'invitation-open'],
  ])('sent at %s: %s (24 hours)', (sentAt, kind) => {
    expect(withInvitation(sentAt)).toMatchObject({ problems: [{ kind }] });
  });

  test('that were withdrawn do not count', () => {
    expect(look(null, { invitations: [invitation({ state: 'deleted' })] }).kind).toBe('ok');
  });

  test('that cannot be read leave a doubt, and the rest is still told', () => {
    const forbidden = { kind: 'failed', why: { kind: 'forbidden' } } as const;
    expect(look(null, {}, { invitations: forbidden })).toMatchObject({
      kind: 'unknown',
      doubts: [{ section: 'invitations' }],
    });
    expect(look(null, NOT_READY, { invitations: forbidden })).toMatchObject({
      kind: 'problem',
      doubts: [{ section: 'invitations' }],
    });
  });

  test('of nobody knows whom leave a doubt', () => {
    expect(look([jon.email ?? ''], { invitations: [invitation({ email: null, agentId: null })] })).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'inconclusive', section: 'invitations', names: ['#5512'] }],
    });
  });
});

describe('what the account does not tell', () => {
  test.each([{ isPartTime: null }, { state: 'inconclusive' as const }, { email: null }])(
    '%j of an agent is a doubt',
    (change) => {
      expect(look(null, { agents: [olena, agent(change)] })).toMatchObject({
        kind: 'unknown',
        doubts: [{ kind: 'inconclusive' }],
      });
    },
  );

  test('nobody is called missing while an agent without an address may be the one', () => {
    expect(look(['ana@acme.example'], { agents: [olena, agent({ email: null })] }).kind).toBe('unknown');
  });

  test('nobody is called missing by a key that may not see everyone', () => {
    const finding = look(['ana@acme.example'], { me: { ...READY.me, isAdmin: false } });
    expect(finding).toMatchObject({ kind: 'unknown', doubts: [{ kind: 'not-admin' }] });
  });

  test('nobody is called missing when a page of the agents failed', () => {
    const failed = { kind: 'failed', why: { kind: 'unreachable', status: 500 } } as const;
    expect(look(['ana@acme.example'], {}, { agents: failed })).toMatchObject({
      kind: 'unknown',
      doubts: [{ section: 'agents' }],
    });
  });
});
