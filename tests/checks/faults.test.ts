import type { CheckId, Doubt, Finding } from '../../src/checks/finding.js';
import { CHECKS, READINESS_SECTIONS } from '../../src/checks/readiness.js';
import type { Fault } from '../../src/simulator/faults.js';
import { type OpenDesk, openPracticeDesk } from '../simulator/open-practice-desk.js';
import { EXPECTED } from './expected-of-ready.js';

/** The list that each check turns on. */
const RESOURCE = { triggers: 'triggers', agents: 'users', 'custom-fields': 'customfields', inbox: 'inboxes' } as const;

/** The word for each fault when the list fails; the key check has its own words for three of them. */
const WHY: Readonly<Record<Exclude<Fault, 'included-null' | 'packed'>, string>> = {
  ...{ refused: 'refused', 'refused-as-object': 'refused', 'other-product': 'refused', forbidden: 'forbidden' },
  ...{
    'not-found': 'not-found',
    redirect: 'not-found',
    'rate-limited': 'rate-limited',
    'retry-later': 'rate-limited',
    slow: 'timeout',
  },
  ...{ 'server-error': 'unreachable', 'bad-gateway': 'unreachable', 'broken-connection': 'unreachable' },
  ...{
    'cut-off': 'unreadable',
    'log-in-page': 'unreadable',
    empty: 'unreadable',
    'wrong-shape': 'unreadable',
    'list-null': 'unreadable',
    'no-content': 'unreadable',
    part: 'unreadable',
    'not-modified': 'unreadable',
    'redirect-here': 'unreadable',
    conflict: 'unreadable',
    unprocessable: 'unreadable',
    unavailable: 'unreachable',
  },
};
const KEY_PROBLEM: Readonly<Record<string, string>> = { refused: 'key-refused', 'not-found': 'site-not-found' };

let opened: OpenDesk;
beforeEach(async () => {
  opened = await openPracticeDesk();
});
afterEach(() => opened.close());

async function look(check: CheckId): Promise<Finding> {
  return CHECKS[check].look(await opened.reader.read(opened.credentials('ready'), READINESS_SECTIONS), EXPECTED);
}

const doubtsOf = (finding: Finding): readonly Doubt[] => (finding.kind === 'ok' ? [] : finding.doubts);

test.each(['api-key', 'triggers', 'agents', 'custom-fields', 'inbox'] as const)(
  'without a fault %s is OK',
  async (check) => {
    expect(await look(check)).toMatchObject({ kind: 'ok' });
  },
);

const faults = Object.keys(WHY) as (keyof typeof WHY)[];
const lists = Object.keys(RESOURCE) as (keyof typeof RESOURCE)[];

describe('when the list of a check has trouble, the check is unknown and says why', () => {
  test.each(lists.flatMap((check) => faults.map((fault) => [check, fault] as const)))(
    '%s: %s',
    async (check, fault) => {
      if (fault === 'slow') opened.makeImpatient();
      opened.desk.faults.set({ fault, resource: RESOURCE[check] });
      const finding = await look(check);
      expect(finding.kind).toBe('unknown');
      expect(doubtsOf(finding)).toContainEqual(
        expect.objectContaining({ kind: 'could-not-read', why: expect.objectContaining({ kind: WHY[fault] }) }),
      );
    },
  );
});

describe('when everything has trouble, no check is OK', () => {
  test.each(faults)('%s', async (fault) => {
    if (fault === 'slow') opened.makeImpatient();
    opened.desk.faults.set({ fault });
    const account = await opened.reader.read(opened.credentials('ready'), READINESS_SECTIONS);
    for (const check of lists) {
      const finding = CHECKS[check].look(account, EXPECTED);
      expect([check, finding.kind, doubtsOf(finding).length]).toEqual([check, 'unknown', 1]);
    }
    const key = CHECKS['api-key'].look(account, EXPECTED);
    const problem = KEY_PROBLEM[WHY[fault]];
    if (problem === undefined) expect(key).toMatchObject({ kind: 'unknown', doubts: [{ why: { kind: WHY[fault] } }] });
    else expect(key).toMatchObject({ kind: 'problem', problems: [{ kind: problem }] });
    expect(CHECKS['email-notifications'].look(account, EXPECTED).kind).toBe('unknown');
  });
});

test('an answer that a proxy has packed is read as if it had not', async () => {
  opened.desk.faults.set({ fault: 'packed' });
  for (const check of lists) expect([check, (await look(check)).kind]).toEqual([check, 'ok']);
});

test('without what comes along beside a list, only what needs it is unknown', async () => {
  opened.desk.faults.set({ fault: 'included-null' });
  expect(await look('custom-fields')).toMatchObject({
    kind: 'unknown',
    doubts: [{ kind: 'inconclusive', names: ['Plan'] }],
  });
  for (const check of ['triggers', 'agents', 'inbox'] as const) expect((await look(check)).kind).toBe('ok');
});

test('a key without admin rights never gets an OK out of what it does not see', async () => {
  const account = await opened.reader.read(opened.credentials('non-admin'), READINESS_SECTIONS);
  const kinds = lists.map((check) => [check, CHECKS[check].look(account, { ...EXPECTED, agents: null }).kind]);
  expect(kinds).toEqual([
    ['triggers', 'unknown'],
    ['agents', 'problem'],
    ['custom-fields', 'problem'],
    ['inbox', 'unknown'],
  ]);
});
