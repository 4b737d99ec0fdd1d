import fc from 'fast-check';
import type { Account, SectionRead, Trigger } from '../../src/checks/account.js';
import { NOTHING_EXPECTED } from '../../src/checks/check.js';
import { REQUEST_LIMITS } from '../../src/checks/http/request-limits.js';
import { readList, readTogether } from '../../src/checks/teamwork-desk/read-list.js';
import { toTriggers, triggerRow } from '../../src/checks/teamwork-desk/trigger-rows.js';
import { triggers } from '../../src/checks/triggers.js';
import { accountWith, inbox } from './example-accounts.js';

/** A page holds three rows, so that a few rows make several pages. */
const PAGE = 3;
const SEED = Number(process.env.MOVING_SEED ?? 7);

interface Row {
  readonly id: number;
  readonly name: string;
  readonly type: 'Automatic';
  readonly state: 'active' | 'inactive';
  readonly addToNewInboxes: true;
  readonly updatedAt: string;
}

const row = (id: number, state: Row['state'], at = 0): Row => ({
  ...{ id, name: `T${id}`, type: 'Automatic', state, addToNewInboxes: true },
  updatedAt: new Date(at * 1000).toISOString(),
});

const judge = (read: SectionRead<readonly Trigger[]>) =>
  triggers.look(accountWith({ inboxes: [inbox({})] }, { triggers: read } as Account['sections']), NOTHING_EXPECTED);

/** What the check says of the list as it is at one moment: the verdict, and of whom. */
function verdictOf(rows: readonly Row[]): string {
  return said(judge({ kind: 'read', value: toTriggers(rows) }));
}

function said(finding: ReturnType<typeof judge>): string {
  const names =
    finding.kind === 'problem' ? finding.problems.map((each) => 'trigger' in each && each.trigger.name) : [];
  return `${finding.kind} ${[...names].sort().join()}`;
}

/** A list of which somebody changes something after each answer. */
function movingList(begin: readonly Row[], change: (rows: readonly Row[], turn: number) => readonly Row[]) {
  let rows = begin;
  let turn = 0;
  const moments = new Set([verdictOf(rows)]);
  const getPage = async (number: number) => {
    const count = rows.length;
    const pages = Math.max(1, Math.ceil(count / PAGE));
    const shown = rows.slice((number - 1) * PAGE, number * PAGE);
    const meta = { page: { count, pages, hasMore: number < pages } };
    rows = change(rows, ++turn);
    moments.add(verdictOf(rows));
    return { kind: 'answer', json: { triggers: shown, meta } } as const;
  };
  return { request: { plural: 'triggers', row: triggerRow, getPage }, moments, asked: () => turn };
}

async function read(list: ReturnType<typeof movingList>): Promise<ReturnType<typeof judge>> {
  const answer = await readList(list.request, REQUEST_LIMITS);
  if (answer.kind === 'failed') return judge({ kind: 'failed', why: answer.why });
  return judge({ kind: 'read', value: toTriggers(answer.list.rows) });
}

const five = [1, 2, 3, 4, 5].map((id) => row(id, id === 4 ? 'active' : 'inactive'));

describe('a list that is changed while its pages are read', () => {
  test('lets no active trigger slip through when a row before it vanishes: it is read again', async () => {
    const list = movingList(five, (rows, turn) => (turn === 1 ? rows.filter(({ id }) => id !== 1) : rows));
    expect(await read(list)).toMatchObject({ kind: 'problem', problems: [{ trigger: { name: 'T4' } }] });
  });

  test('nor when another row comes in its place, so that the number stays', async () => {
    const list = movingList(five, (rows, turn) =>
      turn === 1 ? [...rows.filter(({ id }) => id !== 1), row(6, 'inactive')] : rows,
    );
    expect(await read(list)).toMatchObject({ kind: 'problem', problems: [{ trigger: { name: 'T4' } }] });
  });

  test('is unknown, in words of its own, when it is changed each time', async () => {
    const list = movingList(five, (rows, turn) => [...rows.slice(1), row(100 + turn, 'inactive')]);
    expect(await read(list)).toMatchObject({
      kind: 'unknown',
      doubts: [{ kind: 'could-not-read', section: 'triggers', why: { kind: 'changing' } }],
    });
  });

  test('is not called off when one was turned on and another off in between', async () => {
    const begin = five.map((each) => (each.id === 4 ? row(4, 'active') : each));
    const list = movingList(begin, (rows, turn) =>
      turn === 1 ? rows.map(({ id }) => row(id, id === 1 ? 'active' : 'inactive', 1)) : rows,
    );
    expect(await read(list)).toMatchObject({ kind: 'problem', problems: [{ trigger: { name: 'T1' } }] });
  });

  test('costs one page more than it has, once, when nothing is changed', async () => {
    const list = movingList(five, (rows) => rows);
    await read(list);
    expect(list.asked()).toBe(3);
  });

  test('never gets a verdict that no moment of it would have given, whatever moves, appears and vanishes', async () => {
    const seen: Record<string, number> = {};
    const change = fc.record({
      what: fc.constantFrom('nothing', 'nothing', 'vanish', 'appear', 'toggle', 'move', 'swap' as const),
      which: fc.nat(20),
    });
    const property = fc.asyncProperty(
      fc.array(fc.boolean(), { minLength: 0, maxLength: 10 }),
      fc.array(change, { minLength: 30, maxLength: 30 }),
      async (on, changes) => {
        const begin = on.map((isOn, at) => row(at + 1, isOn ? 'active' : 'inactive'));
        const list = movingList(begin, (rows, turn) => {
          const { what, which } = changes[turn % changes.length] ?? { what: 'nothing', which: 0 };
          const at = rows.length === 0 ? 0 : which % rows.length;
          const other = (each: Row): Row => row(each.id, each.state === 'active' ? 'inactive' : 'active', turn);
          if (what === 'vanish') return rows.filter((_, index) => index !== at);
          if (what === 'appear') return rows.toSpliced(at, 0, row(100 + turn, which % 2 ? 'active' : 'inactive', turn));
          if (what === 'toggle') return rows.map((each, index) => (index === at ? other(each) : each));
          if (what === 'move') return [...rows.slice(at), ...rows.slice(0, at)];
          return what === 'swap' ? rows.map(other) : rows;
        });
        const finding = await read(list);
        seen[finding.kind] = (seen[finding.kind] ?? 0) + 1;
        if (finding.kind !== 'unknown') expect([...list.moments]).toContain(said(finding));
      },
    );
    await fc.assert(property, { numRuns: 2_000, seed: SEED });
    expect(Object.keys(seen).sort()).toEqual(['ok', 'problem', 'unknown']);
  });
});

test('two lists are read as they were together: who goes from one to the other is in exactly one', async () => {
  for (const when of [1, 2, 3, 4, 5]) {
    let asked = 0;
    const answer = (plural: string, isThere: () => boolean) => async () => {
      const rows = isThere() ? [row(1, 'inactive')] : [];
      const json = { [plural]: rows, meta: { page: { count: rows.length, pages: 1, hasMore: false } } };
      asked += 1;
      return { kind: 'answer', json } as const;
    };
    const accepted = () => asked >= when;
    const [users, invitations] = await readTogether(
      { plural: 'users', row: triggerRow, getPage: answer('users', accepted) },
      { plural: 'agentinvites', row: triggerRow, getPage: answer('agentinvites', () => !accepted()) },
      REQUEST_LIMITS,
    );
    const found = [users, invitations].map((list) => (list.kind === 'list' ? list.list.rows.length : 9));
    expect([when, found.reduce((sum, each) => sum + each)]).toEqual([when, 1]);
  }
});

describe('how a list ends', () => {
  const pages =
    (...all: readonly object[]) =>
    async (number: number) =>
      ({ kind: 'answer', json: all[number - 1] ?? all.at(-1) }) as const;
  const listed = (ids: readonly (number | string)[], page: object) => ({
    triggers: ids.map((id) => ({ ...row(1, 'inactive'), id })),
    meta: { page },
  });
  const ends = async (...all: readonly object[]) =>
    (await readList({ plural: 'triggers', row: triggerRow, getPage: pages(...all) }, REQUEST_LIMITS)).kind;

  test.each([
    [
      'an empty page after the last one',
      'list',
      [listed([1, 2], { count: 2, hasMore: true }), listed([], { count: 2, hasMore: false })],
    ],
    ['numbers and yes or no that come as strings', 'list', [listed(['1', '2'], { count: '2', hasMore: 'false' })]],
    ['more rows than it counts', 'failed', [listed([1, 2, 3], { count: 2, hasMore: false })]],
    ['fewer rows than it counts', 'failed', [listed([1], { count: 2, hasMore: false })]],
    [
      'a count that goes down after the first page',
      'failed',
      [listed([1, 2], { count: 4, hasMore: true }), listed([4], { count: 3, hasMore: false })],
    ],
    ['the first page again and again', 'failed', [listed([1, 2], { count: 2, hasMore: true })]],
    ['no word about more', 'failed', [listed([1], { count: 1 })]],
  ] as const)('%s: %s', async (_, kind, all) => {
    expect(await ends(...all)).toBe(kind);
  });
});
