import { CHECKS, READINESS_SECTIONS } from '../../src/checks/readiness.js';
import { ODDITIES, type Oddity } from '../../src/simulator/odd-answers.js';
import { type OpenDesk, openPracticeDesk } from '../simulator/open-practice-desk.js';
import { EXPECTED } from './expected-of-ready.js';

/** The list that each check turns on. */
const RESOURCE = {
  ...{ 'api-key': 'me', triggers: 'triggers', agents: 'users', 'custom-fields': 'customfields', inbox: 'inboxes' },
} as const;
type Judged = keyof typeof RESOURCE;

const [ok, problem, unknown] = ['ok', 'problem', 'unknown'] as const;
const ALL_OK = { 'api-key': ok, triggers: ok, agents: ok, 'custom-fields': ok, inbox: ok };

/** What each proves, when the list of the check is told so: never more than it says. */
const PROVES: Readonly<Record<Oddity, Readonly<Record<Judged, 'ok' | 'problem' | 'unknown'>>>> = {
  // That nobody is there, or no longer, contradicts that somebody asks; what is deleted runs no more, and serves nobody.
  deleted: { 'api-key': unknown, triggers: ok, agents: unknown, 'custom-fields': problem, inbox: problem },
  archived: { 'api-key': unknown, triggers: unknown, agents: unknown, 'custom-fields': unknown, inbox: unknown },
  // A field tells by itself whether it is enabled.
  'state-untold': { ...ALL_OK, triggers: unknown, agents: unknown, inbox: unknown },
  // That somebody works full time must be told of each: it is what the check asks.
  'false-untold': { ...ALL_OK, agents: unknown },
  'little-told': {
    ...{ 'api-key': unknown, triggers: unknown, agents: unknown, 'custom-fields': unknown, inbox: unknown },
  },
  'told-as-text': ALL_OK,
  'owner-role': { ...ALL_OK, 'api-key': unknown },
  'role-untold': { ...ALL_OK, 'api-key': unknown },
  'options-deleted': { ...ALL_OK, 'custom-fields': problem },
  'options-archived': { ...ALL_OK, 'custom-fields': unknown },
};

let opened: OpenDesk;
beforeAll(async () => {
  opened = await openPracticeDesk();
});
beforeEach(() => {
  opened.desk.faults.clear();
  // Each look has the whole rate limit to itself.
  opened.time.now += 10 * 60 * 1000;
});
afterAll(() => opened.close());

const checks = Object.keys(RESOURCE) as Judged[];

test.each(ODDITIES)('an account whose lists are told so proves no more than they say: %s', async (oddity) => {
  const found: Partial<Record<Judged, string>> = {};
  for (const check of checks) {
    opened.desk.faults.set({ fault: oddity, resource: RESOURCE[check] });
    const account = await opened.reader.read(opened.credentials('ready'), READINESS_SECTIONS);
    found[check] = CHECKS[check].look(account, EXPECTED).kind;
  }
  expect(found).toEqual(PROVES[oddity]);
});

test('a trigger that vanishes between two pages lets no active one slip through', async () => {
  await opened.close();
  let isGone = false;
  opened = await openPracticeDesk({
    afterAnswer({ path }, desk) {
      const lists = desk.account('large')?.lists;
      if (isGone || lists === undefined || !/triggers\.json.*page=1\b/.test(path)) return;
      isGone = true;
      lists.triggers = lists.triggers.slice(1);
    },
  });
  const lists = opened.desk.account('large')?.lists;
  if (lists === undefined) throw new Error('The account large is gone.');
  // The first of the second page: it moves up into the page that was read already.
  lists.triggers = lists.triggers.map((row, at) => (at === 100 ? { ...row, state: 'active' } : row));
  const finding = CHECKS.triggers.look(
    await opened.reader.read(opened.credentials('large'), READINESS_SECTIONS),
    EXPECTED,
  );
  expect(isGone).toBe(true);
  expect(finding).toMatchObject({ kind: 'problem', problems: [{ trigger: { id: lists.triggers[99]?.id } }] });
});
