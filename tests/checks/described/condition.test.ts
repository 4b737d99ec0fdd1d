import { type Condition, judge } from '../../../src/checks/described/condition';
import { condition } from '../../../src/checks/described/read-condition';

const NOW = Date.parse('2026-11-23T18:30:00Z');
const read = (raw: unknown): Condition => condition.parse(raw);
const holds = (raw: unknown, answer: unknown) => judge(read(raw), answer, NOW);

describe('what an answer says of one value', () => {
  test.each([
    [{ equals: 'active' }, ' Active ', true],
    [{ equals: 'active' }, 'ended', false],
    [{ equals: true }, false, false],
    [{ equals: null }, null, true],
    [{ in: ['ended', 3] }, 3, true],
    [{ in: ['ended', 'cancelled'] }, 'active', false],
    [{ 'at least': 2 }, 2, true],
    [{ 'at most': 2 }, 3, false],
    [{ 'older than': '3 days' }, '2026-11-19', true],
    [{ 'older than': '3 days' }, '2026-11-22T00:00:00Z', false],
    [{ 'newer than': '0 days' }, '2026-11-24', true],
    [{ 'later than': '2 weeks' }, '2026-12-24', true],
  ])('%j of %j is %s', (test, value, expected) => {
    expect(holds({ path: '$.a', ...test }, { a: value })).toBe(expected);
  });
});

describe('what proves nothing, neither yes nor no', () => {
  const TESTS = [
    { equals: 'active' },
    { in: ['a', 'b'] },
    { 'at least': 1 },
    { 'at most': 1 },
    { 'older than': '1 day' },
    { 'newer than': '1 day' },
  ];
  test.each(TESTS.map((each) => [each]))('%j of a value that is not there, null, empty or of another type', (each) => {
    for (const answer of [
      {},
      { a: null },
      { a: '' },
      { a: [] },
      { a: {} },
      { a: true },
      { b: 'active' },
      [],
      null,
      undefined,
      'active',
      7,
    ])
      expect([answer, holds({ path: '$.a', ...each }, answer)]).toEqual([answer, null]);
  });

  test('a time that is none, and the time of nothing', () => {
    for (const a of ['soon', '0001-01-01T00:00:00Z', '11/23/2026', 1_700_000_000])
      expect([a, holds({ path: '$.a', 'older than': '1 day' }, { a })]).toEqual([a, null]);
  });

  test('a list that is no list, of every, none and some of its rows', () => {
    for (const how of ['every', 'none', 'some'])
      for (const answer of [{}, { rows: null }, { rows: {} }, { rows: 'x' }])
        expect(holds({ list: '$.rows', [how]: { path: '$.s', equals: 'x' } }, answer)).toBe(null);
  });
});

describe('what an answer says of rows', () => {
  const off = { path: '$.state', equals: 'off' };
  const rows = (...states: (string | null | undefined)[]) => ({
    rows: states.map((state) => (state === undefined ? {} : { state })),
  });
  test.each([
    ['every', rows('off', 'off'), true],
    ['every', rows('off', 'on'), false],
    ['every', rows('off', undefined), null],
    ['every', rows(), null],
    ['none', rows('on', 'on'), true],
    ['none', rows('on', 'off'), false],
    ['none', rows('on', null), null],
    ['none', rows(), true],
    ['some', rows('on', 'off', undefined), true],
    ['some', rows('on'), false],
    ['some', rows('on', undefined), null],
  ] as const)('%s is off in %j: %s', (how, answer, expected) => {
    expect(holds({ list: '$.rows', [how]: off }, answer)).toBe(expected);
  });

  test.each([
    [{ 'at least': 1 }, rows('off', undefined), true],
    [{ 'at least': 2 }, rows('off', undefined), null],
    [{ 'at least': 3 }, rows('off', undefined), false],
    [{ 'at most': 1 }, rows('off', undefined), null],
    [{ equals: 1 }, rows('off', undefined), null],
    [{ equals: 1 }, rows('off', 'on'), true],
    [{ equals: 5 }, rows('off', undefined), false],
  ])('as many as %j are off in %j: %s', (test, answer, expected) => {
    expect(holds({ list: '$.rows', count: { where: off, ...test } }, answer)).toBe(expected);
  });
});

test('all, any and not keep what is not known', () => {
  const [yes, no, unknown] = [
    { path: '$.a', equals: 1 },
    { path: '$.a', equals: 2 },
    { path: '$.b', equals: 1 },
  ];
  const answer = { a: 1 };
  expect(holds({ all: [yes, unknown] }, answer)).toBe(null);
  expect(holds({ all: [no, unknown] }, answer)).toBe(false);
  expect(holds({ any: [yes, unknown] }, answer)).toBe(true);
  expect(holds({ any: [no, unknown] }, answer)).toBe(null);
  expect(holds({ not: unknown }, answer)).toBe(null);
  expect(holds({ not: no }, answer)).toBe(true);
});

describe('a condition that is none is refused', () => {
  test.each([
    [{}, 'path: missing'],
    [{ equals: 1 }, 'path: missing'],
    [{ path: '$.a' }, 'one of equals'],
    [{ path: '$.a', equals: 1, in: [1] }, 'one of equals'],
    [{ path: '$.a[*]', equals: 1 }, 'several places'],
    [{ path: '$.a[?@.b == 1].c', equals: 1 }, 'without a filter'],
    [{ path: '$.a[', equals: 1 }, 'no JSON path'],
    [{ path: '$.a', 'older than': 'a while' }, 'a duration expected'],
    [{ list: '$.a' }, 'one of every, none, some and count'],
    [{ list: '$.a[*]', every: { path: '$.b', equals: 1 } }, 'several places'],
    [{ every: { path: '$.b', equals: 1 } }, 'path: missing'],
    [{ list: '$.a', count: {} }, 'count: one of'],
    [{ path: '$.a', equals: 1, not: { path: '$.b', equals: 1 } }, 'one of path, list, all, any and not'],
    [{ path: '$.a', equal: 1 }, 'nrecognized'],
  ])('%j: %s', (raw, message) => {
    const result = condition.safeParse(raw);
    expect(result.error?.issues.map((issue) => issue.message).join('; ')).toContain(message);
  });
});
