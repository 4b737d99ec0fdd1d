import type { Failure } from '../../src/checks/account.js';
import { apiKey } from '../../src/checks/api-key.js';
import { NOTHING_EXPECTED } from '../../src/checks/check.js';
import { emailNotifications } from '../../src/checks/email-notifications.js';
import { accountWith, READY } from './example-accounts.js';

const failing = (why: Failure) => accountWith({}, { me: { kind: 'failed', why } });

describe('the API key', () => {
  test('is fine when it opens Desk and is an admin’s', () => {
    expect(apiKey.look(accountWith(), NOTHING_EXPECTED)).toMatchObject({ kind: 'ok', lookedAt: {} });
  });

  test('of someone who is no admin is a problem; of someone of whom it is not told a doubt', () => {
    const look = (isAdmin: boolean | null) =>
      apiKey.look(accountWith({ me: { ...READY.me, isAdmin } }), NOTHING_EXPECTED);
    expect(look(false)).toMatchObject({ problems: [{ kind: 'key-not-admin' }] });
    expect(look(null)).toMatchObject({ kind: 'unknown', doubts: [{ kind: 'role-inconclusive' }] });
  });

  test.each([
    [{ kind: 'refused' }, { kind: 'key-refused' }],
    [{ kind: 'wrong-product' }, { kind: 'key-of-other-product' }],
    [{ kind: 'not-found' }, { kind: 'site-not-found', site: 'acme.teamwork.com' }],
  ] as const)('%j is a problem of the customer', (why, problem) => {
    expect(apiKey.look(failing(why), NOTHING_EXPECTED)).toMatchObject({ kind: 'problem', problems: [problem] });
  });

  test.each([
    { kind: 'forbidden' },
    { kind: 'rate-limited', retryAfterSeconds: 60 },
    { kind: 'timeout' },
    { kind: 'unreachable', status: 503 },
    { kind: 'unreadable' },
  ] as const)('%j says nothing about the key', (why) => {
    expect(apiKey.look(failing(why), NOTHING_EXPECTED)).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'could-not-read', section: 'me', why }],
    });
  });
});

describe('e-mail notifications', () => {
  const look = (confirmedAt: string | null, told: { email: string; isOn: boolean }[] | null = null) => {
    const sections = told === null ? {} : { emailNotifications: { kind: 'read', value: told } as const };
    return emailNotifications.look(accountWith({}, sections), {
      ...NOTHING_EXPECTED,
      emailOffConfirmedAt: confirmedAt,
    });
  };

  test('are for the customer to confirm, and never OK by their word alone', () => {
    expect(look(null)).toMatchObject({ kind: 'unknown', doubts: [{ kind: 'only-by-hand', confirmedAt: null }] });
    const confirmedAt = '2026-11-23T09:00:00.000Z';
    expect(look(confirmedAt)).toMatchObject({ kind: 'unknown', doubts: [{ kind: 'only-by-hand', confirmedAt }] });
  });

  test('are judged as soon as an account tells them', () => {
    expect(look(null, [{ email: 'a@acme.example', isOn: false }])).toMatchObject({
      kind: 'ok',
      lookedAt: { emailNotifications: 1 },
    });
    expect(look(null, [{ email: 'a@acme.example', isOn: true }])).toMatchObject({ problems: [{ kind: 'email-on' }] });
    expect(look(null, [])).toMatchObject({ kind: 'unknown' });
  });
});
