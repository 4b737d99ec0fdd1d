import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { Dispatcher } from 'undici';
import { openDispatcher } from '../../src/checks/http/open-dispatcher.js';
import { REQUEST_LIMITS, type RequestLimits } from '../../src/checks/http/request-limits.js';
import { FAULTS } from '../../src/simulator/faults.js';
import { type PracticeAccountId, practiceKey } from '../../src/simulator/practice-keys.js';
import { mutate, mutations } from '../checks/mutate.js';
import { type Answers, provesOk } from '../checks/proof.js';
import { NOW, type OpenDesk, openPracticeDesk } from '../simulator/open-practice-desk.js';

export interface CheckWorld {
  /** Where Desk answers. */
  readonly site: string;
  readonly dispatcher: Dispatcher;
  readonly now: () => number;
  readonly limits: RequestLimits;
}

/** Looks whether triggers are off, with this key. */
type LookAtTriggers = (key: string) => Promise<'ok' | 'problem' | 'unknown'>;

const RUNS = 60;
const SEED = Number(process.env.MUTATION_SEED ?? 4);
const ENDPOINTS = ['me', 'inboxes', 'triggers'] as const;
/** What a proxy does on the way, and no fault. */
const HARMLESS: ReadonlySet<string> = new Set(['packed', 'included-null']);
const VERDICTS = [
  ['ready', 'ok'],
  ['not-ready', 'problem'],
  ['new', 'ok'],
  ['non-admin', 'unknown'],
  ['legacy-key', 'unknown'],
] as const;

/** What whoever looks at triggers promises, written in code or described in a file. */
export function triggersCheckContract(name: string, open: (world: CheckWorld) => LookAtTriggers): void {
  describe(`${name}: a look at triggers`, () => {
    let desk: OpenDesk;
    let dispatcher: Dispatcher;
    const limits: { -readonly [K in keyof RequestLimits]: RequestLimits[K] } = {
      ...REQUEST_LIMITS,
      retryWaitMs: 5,
      longestRetryWaitMs: 10,
    };
    beforeAll(async () => {
      desk = await openPracticeDesk();
      dispatcher = openDispatcher();
    });
    afterAll(async () => {
      await dispatcher.destroy();
      await desk.close();
    });
    beforeEach(() => {
      desk.desk.faults.clear();
      // Each look has the whole rate limit to itself.
      desk.time.now += 10 * 60 * 1000;
      limits.requestMs = REQUEST_LIMITS.requestMs;
    });
    const look = (id: PracticeAccountId) =>
      open({ site: desk.origin, dispatcher, now: () => desk.time.now, limits })(practiceKey(id));

    test.each(VERDICTS)('the practice account %s is %s', async (id, verdict) => {
      expect(await look(id)).toBe(verdict);
    });

    test.each(FAULTS.filter((fault) => !HARMLESS.has(fault)))(
      'nothing is OK while everything has trouble: %s',
      async (fault) => {
        if (fault === 'slow') limits.requestMs = 800;
        desk.desk.faults.set({ fault });
        expect(await look('ready')).toBe('unknown');
      },
    );

    test.each(FAULTS.filter((fault) => !HARMLESS.has(fault) && fault !== 'slow'))(
      'nothing is OK while the list has trouble: %s',
      async (fault) => {
        desk.desk.faults.set({ fault, resource: 'triggers' });
        expect(await look('ready')).toBe('unknown');
      },
    );

    test('a list of many pages is read whole', async () => {
      const account = desk.desk.account('ready');
      if (!account) throw new Error('There is no account');
      const [row] = account.lists.triggers.filter(({ state }) => state === 'inactive');
      const quiet = row ?? account.lists.triggers[0];
      if (!quiet) throw new Error('There is no trigger');
      account.lists.triggers = Array.from({ length: 230 }, (_, at) => ({
        ...quiet,
        id: 90_000 + at,
        state: at === 229 ? 'active' : 'inactive',
        type: 'Automatic',
        isSystem: false,
      }));
      account.lists.inboxes = account.lists.inboxes.map((inbox) => ({ ...inbox, triggers: [] }));
      expect(await look('ready')).not.toBe('ok');
    });
  });

  describe(`${name}: never a crash, never an OK that the data does not prove`, () => {
    const recorded: Record<'ready' | 'not-ready', Record<string, unknown>> = { ready: {}, 'not-ready': {} };
    let answers: Answers = {};
    let server: Server;
    let dispatcher: Dispatcher;
    let look: LookAtTriggers;
    beforeAll(async () => {
      const opened = await openPracticeDesk();
      for (const id of ['ready', 'not-ready'] as const)
        for (const endpoint of ENDPOINTS) {
          const url = `${opened.origin}/desk/api/v2/${endpoint}.json?pageSize=100`;
          recorded[id][endpoint] = await (
            await fetch(url, { headers: { authorization: `Bearer ${practiceKey(id)}` } })
          ).json();
        }
      await opened.close();
      server = createServer((request, response) => {
        const answer = answers[/\/api\/v2\/(\w+)\.json/.exec(request.url ?? '')?.[1] ?? ''];
        response.writeHead(answer === undefined ? 401 : 200, { 'content-type': 'application/json' });
        response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      dispatcher = openDispatcher();
      const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      look = open({ site, dispatcher, now: () => NOW, limits: { ...REQUEST_LIMITS, mostPages: 3 } });
    });
    afterAll(async () => {
      await dispatcher.destroy();
      server.closeAllConnections();
      server.close();
    });

    test.each(ENDPOINTS)(`${RUNS} mutations of %s`, async (endpoint) => {
      const seen = new Set<string>();
      const property = fc.asyncProperty(
        fc.constantFrom('ready' as const, 'not-ready' as const),
        mutations,
        fc.integer({ min: 0, max: 40 }),
        async (id, changes, cut) => {
          const mutated = mutate(recorded[id][endpoint], changes);
          const text = JSON.stringify(mutated) ?? '';
          answers = { ...recorded[id], [endpoint]: cut === 0 ? text.slice(0, text.length / 2) : mutated };
          const kind = await look(practiceKey('ready'));
          seen.add(kind);
          if (kind === 'ok') expect(provesOk('triggers', answers)).toBe(true);
        },
      );
      await fc.assert(property, { numRuns: RUNS, seed: SEED });
      expect([...seen].sort()).toEqual(expect.arrayContaining(['ok', 'unknown']));
    });
  });
}
