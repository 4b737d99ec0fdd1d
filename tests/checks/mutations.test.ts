import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { Dispatcher } from 'undici';
import type { Section } from '../../src/checks/account.js';
import type { AccountReader } from '../../src/checks/account-reader.js';
import type { Expectations } from '../../src/checks/check.js';
import type { CheckId } from '../../src/checks/finding.js';
import { openDispatcher } from '../../src/checks/http/open-dispatcher.js';
import { REQUEST_LIMITS } from '../../src/checks/http/request-limits.js';
import { CHECKS } from '../../src/checks/readiness.js';
import { sealKey } from '../../src/checks/sealed-key.js';
import { createTeamworkDeskReader } from '../../src/checks/teamwork-desk/teamwork-desk-reader.js';
import { practiceKey } from '../../src/simulator/practice-keys.js';
import { NOW, openPracticeDesk } from '../simulator/open-practice-desk.js';
import { mutate, mutations } from './mutate.js';
import { type Answers, provesOk } from './proof.js';

/** `MUTATION_RUNS=1000 npx jest mutations` takes a minute. */
const RUNS_PER_ENDPOINT = Number(process.env.MUTATION_RUNS ?? 250);
/** Fixed, so that the same test runs everywhere; `MUTATION_SEED=… npx jest mutations` tries another. */
const SEED = Number(process.env.MUTATION_SEED ?? 4);

/** Which checks an endpoint can change. */
const ENDPOINTS: Readonly<Record<string, readonly CheckId[]>> = {
  me: ['api-key', 'triggers'],
  ...{ users: ['agents'], agentinvites: ['agents'], inboxes: ['inbox', 'triggers'], triggers: ['triggers'] },
  customfields: ['custom-fields'],
};
const EXPECTED: Expectations = {
  agents: null,
  fields: [
    { label: 'Order number', type: 'text', options: [] },
    { label: 'Plan', type: 'dropdown', options: ['Gold', 'Silver'] },
  ],
  emailOffConfirmedAt: null,
};

const recorded: Record<'ready' | 'not-ready', Record<string, unknown>> = { ready: {}, 'not-ready': {} };
let answers: Answers = {};
let server: Server;
let dispatcher: Dispatcher;
let reader: AccountReader;
let site: string;

beforeAll(async () => {
  const opened = await openPracticeDesk();
  for (const id of ['ready', 'not-ready'] as const) {
    for (const endpoint of Object.keys(ENDPOINTS)) {
      const url = `${opened.origin}/desk/api/v2/${endpoint}.json?pageSize=100&includes=all`;
      const answer = await fetch(url, { headers: { authorization: `Bearer ${practiceKey(id)}` } });
      recorded[id][endpoint] = await answer.json();
    }
  }
  await opened.close();
  server = createServer((request, response) => {
    const endpoint = /\/api\/v2\/(\w+)\.json/.exec(request.url ?? '')?.[1] ?? '';
    const answer = answers[endpoint];
    response.writeHead(answer === undefined ? 401 : 200, { 'content-type': 'application/json' });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  dispatcher = openDispatcher();
  reader = createTeamworkDeskReader({
    dispatcher,
    now: () => NOW,
    practiceSite: site,
    limits: { ...REQUEST_LIMITS, mostPages: 3 },
  });
});
afterAll(async () => {
  await dispatcher.destroy();
  server.closeAllConnections();
  server.close();
});

async function kindsOf(checks: readonly CheckId[]): Promise<(readonly [CheckId, string])[]> {
  const sections = [...new Set(checks.flatMap((check): readonly Section[] => CHECKS[check].needs))];
  const account = await reader.read({ site, key: sealKey(practiceKey('ready')) }, sections);
  return checks.map((check) => [check, CHECKS[check].look(account, EXPECTED).kind]);
}

test('the proof agrees with the checks on answers that nobody touched', async () => {
  const checks = ['api-key', 'triggers', 'agents', 'custom-fields', 'inbox'] as const;
  for (const [id, kind] of [
    ['ready', 'ok'],
    ['not-ready', 'problem'],
  ] as const) {
    answers = recorded[id];
    for (const [check, found] of await kindsOf(checks)) {
      const expected = check === 'api-key' ? 'ok' : kind;
      expect([check, found, provesOk(check, answers)]).toEqual([check, expected, expected === 'ok']);
    }
  }
});

describe('never a crash, never an OK that the data does not prove', () => {
  test.each(Object.entries(ENDPOINTS))(
    `${RUNS_PER_ENDPOINT} mutations of %s`,
    async (endpoint, checks) => {
      const seen: Record<string, number> = {};
      const property = fc.asyncProperty(
        fc.constantFrom('ready' as const, 'not-ready' as const),
        mutations,
        fc.integer({ min: 0, max: 40 }),
        async (id, changes, cut) => {
          const mutated = mutate(recorded[id][endpoint], changes);
          const text = JSON.stringify(mutated) ?? '';
          // Now and then the answer also breaks off.
          answers = { ...recorded[id], [endpoint]: cut === 0 ? text.slice(0, text.length / 2) : mutated };
          for (const [check, kind] of await kindsOf(checks)) {
            seen[kind] = (seen[kind] ?? 0) + 1;
            if (kind === 'ok') expect([check, provesOk(check, answers)]).toEqual([check, true]);
          }
        },
      );
      await fc.assert(property, { numRuns: RUNS_PER_ENDPOINT, seed: SEED });
      expect(Object.keys(seen).sort()).toEqual(expect.arrayContaining(['ok', 'unknown'])); // the mutations reach both sides
    },
    120_000,
  );
});
