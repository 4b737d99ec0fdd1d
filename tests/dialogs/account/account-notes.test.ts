import { NOTHING_EXPECTED } from '../../../src/checks/check';
import { sealKey } from '../../../src/checks/sealed-key';
import {
  accountOf,
  allThatWasOn,
  expectationsOf,
  takeNotesOf,
  withEmailOff,
  withList,
} from '../../../src/dialogs/account/account-notes';
import { afterError, type Memory } from '../../../src/dialogs/memory';

const NOW = '2026-11-23T09:00:00.000Z';
const lent = (host: string, key: string, isPractice = false) => ({
  site: `https://${host}`,
  host,
  isPractice,
  key: sealKey(key),
});
const wasOn = (site: string) => ({ site, since: NOW, things: [{ kind: 'trigger', id: 1, name: 'VIP' } as const] });
const looked = (site: string) => ({
  site,
  findings: { agents: { check: 'agents', kind: 'problem', at: NOW, problems: [] } as const },
});
const A: Memory = {
  account: 'a.teamwork.com',
  looked: looked('a.teamwork.com'),
  wasOn: wasOn('a.teamwork.com'),
  expectations: { ...NOTHING_EXPECTED, agents: ['maria@acme.example'], emailOffConfirmedAt: NOW },
};
const lookAt = (account: string, memory: Memory): Memory => ({ ...memory, ...takeNotesOf(account, memory) });

describe('an account', () => {
  test('is its site, whoever’s key opens it; two practice accounts are two', () => {
    expect(accountOf(lent('a.teamwork.com', 'one'))).toBe(accountOf(lent('a.teamwork.com', 'other')));
    expect(accountOf(lent('practice', 'one', true))).not.toBe(accountOf(lent('practice', 'other', true)));
    expect(accountOf(lent('practice', 'one', true))).not.toContain('one-');
  });
});

describe('what is remembered of one account', () => {
  test('is not said of another: no list, no confirmation, nothing to compare with or to put back', () => {
    const b = lookAt('b.teamwork.com', A);
    expect(expectationsOf(b)).toEqual(NOTHING_EXPECTED);
    expect([b.looked, b.wasOn]).toEqual([undefined, undefined]);
  });

  test('is there again when it is looked at again, after the practice accounts, too', () => {
    const others = ['b.teamwork.com', 'practice-1', 'practice-2'];
    const back = lookAt(
      'a.teamwork.com',
      others.reduce((memory, each) => lookAt(each, memory), A),
    );
    expect(back).toMatchObject({ looked: A.looked, wasOn: A.wasOn, expectations: A.expectations });
  });

  test('goes, beyond many others, from the practice accounts first', () => {
    const practice = Array.from({ length: 30 }, (_, each) => `practice-${each}`);
    const memory = practice.reduce((all, each) => lookAt(each, all), A);
    expect(Object.keys(memory.otherAccounts ?? {})).toHaveLength(8);
    expect(lookAt('a.teamwork.com', memory).wasOn).toEqual(A.wasOn);
  });

  test('is plain JSON', () => {
    const memory = lookAt('b.teamwork.com', A);
    expect(lookAt('a.teamwork.com', JSON.parse(JSON.stringify(memory))).wasOn).toEqual(A.wasOn);
  });

  test('survives a turn that broke, except what is compared with', () => {
    const b = lookAt('b.teamwork.com', { ...A, consented: true, rated: ['inbox'] });
    const after = afterError({ ...b, wasOn: wasOn('b.teamwork.com'), looked: looked('b.teamwork.com') });
    expect(after).toMatchObject({ consented: true, rated: ['inbox'], wasOn: { site: 'b.teamwork.com' } });
    expect(after.looked).toBeUndefined();
    expect(lookAt('a.teamwork.com', after)).toMatchObject({ wasOn: A.wasOn, expectations: A.expectations });
  });

  test('of all accounts is told when something is to be put back; practice only when there is nothing else', () => {
    const sites = (memory: Memory) => allThatWasOn(memory).map((notes) => notes.wasOn?.site);
    const practised = { ...lookAt('practice-1', A), wasOn: wasOn('practice') };
    expect(sites(practised)).toEqual(['a.teamwork.com']);
    expect(sites({ wasOn: wasOn('practice') })).toEqual(['practice']);
    expect(sites({})).toEqual([]);
  });
});

describe('notes from before accounts were told apart', () => {
  const { account: _, ...old } = A;
  test('stay with their site', () => {
    expect(lookAt('a.teamwork.com', old)).toMatchObject({ wasOn: A.wasOn, expectations: A.expectations });
    const b = lookAt('b.teamwork.com', old);
    expect(expectationsOf(b)).toEqual(NOTHING_EXPECTED);
    expect(lookAt('a.teamwork.com', b).wasOn).toEqual(A.wasOn);
  });

  test('a list that was given before any look is about the first account', () => {
    const first = lookAt('a.teamwork.com', { expectations: { ...NOTHING_EXPECTED, agents: ['x@acme.example'] } });
    expect(expectationsOf(first).agents).toEqual(['x@acme.example']);
  });
});

describe('another list', () => {
  test('makes what was found by the one before incomparable; the same list does not', () => {
    expect(withList('agents', { agents: ['jon@acme.example'] }, A).looked?.findings).toEqual({});
    expect(withList('agents', { agents: ['maria@acme.example'] }, A).looked).toBeUndefined();
    expect(withList('custom-fields', { fields: [] }, A).looked?.findings).toHaveProperty('agents');
  });
});

describe('the customer’s word that e-mail is off', () => {
  test('can be taken back', () => {
    expect(expectationsOf(withEmailOff(null, 'a.teamwork.com', A)).emailOffConfirmedAt).toBeNull();
  });

  test('given by a button of an earlier look is about the account of that look', () => {
    const b = lookAt('b.teamwork.com', { ...A, expectations: NOTHING_EXPECTED });
    const after = { ...b, ...withEmailOff(NOW, 'a.teamwork.com', b) };
    expect(expectationsOf(after).emailOffConfirmedAt).toBeNull();
    expect(expectationsOf(lookAt('a.teamwork.com', after)).emailOffConfirmedAt).toBe(NOW);
  });
});
