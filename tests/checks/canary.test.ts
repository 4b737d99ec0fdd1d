import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { NOTHING_EXPECTED } from '../../src/checks/check.js';
import { openDispatcher } from '../../src/checks/http/open-dispatcher.js';
import { READINESS_SECTIONS, readForReadiness } from '../../src/checks/readiness.js';
import { sealKey } from '../../src/checks/sealed-key.js';
import { createTeamworkDeskReader } from '../../src/checks/teamwork-desk/teamwork-desk-reader.js';
import { FAULTS } from '../../src/simulator/faults.js';
import { practiceKey } from '../../src/simulator/practice-keys.js';
import { NOW, openPracticeDesk } from '../simulator/open-practice-desk.js';

const CANARY = 'tkn.v1_Y2FuYXJ5LXRoYXQtbXVzdC1uZXZlci1zaW5n';
/** The key as it is, and as it stands in a Basic header. */
const SHAPES = (key: string) => [key, Buffer.from(`${key}:x`).toString('base64')];

/** Everything that a reading leaves behind, as the greediest log would print it. */
function printed(things: readonly unknown[]): string {
  const shown = things.map((thing) => inspect(thing, { depth: 20, showHidden: true, maxStringLength: null }));
  return [...shown, ...things.map((thing) => JSON.stringify(thing) ?? ''), ...things.map(stack)].join('\n');
}

function stack(thing: unknown): string {
  return thing instanceof Error ? `${thing.stack} ${inspect(thing.cause)}` : '';
}

test('the key is in nothing that a reading leaves behind, whatever goes wrong', async () => {
  const spies = (['log', 'warn', 'error', 'info', 'debug'] as const).map((name) => jest.spyOn(console, name));
  for (const fault of [null, ...FAULTS.filter((each) => each !== 'slow')]) {
    const opened = await openPracticeDesk();
    if (fault !== null) opened.desk.faults.set({ fault });
    const key = sealKey(CANARY);
    const accounts = [
      await opened.reader.read({ site: opened.origin, key }, READINESS_SECTIONS),
      await opened.reader.read(opened.credentials('not-ready'), READINESS_SECTIONS),
    ];
    const reports = accounts.map((account) => readForReadiness(account, NOTHING_EXPECTED));
    const text = printed([...accounts, ...reports, opened.failures, opened.desk.seen, opened.reader, key]);
    for (const shape of [...SHAPES(CANARY), ...SHAPES(practiceKey('not-ready'))]) expect(text).not.toContain(shape);
    await opened.close();
  }
  expect(printed(spies.flatMap(({ mock }) => mock.calls))).not.toContain(CANARY);
});

test('a server that sends back what it was sent tells nobody the key', async () => {
  const server = createServer((request, response) => {
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ errors: [{ detail: `${'x'.repeat(150)} ${request.headers.authorization}` }], message: CANARY }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const dispatcher = openDispatcher();
  const failures: unknown[] = [];
  const reader = createTeamworkDeskReader({
    dispatcher,
    now: () => NOW,
    practiceSite: site,
    onFailure: (event) => failures.push(event),
  });
  const account = await reader.read({ site, key: sealKey(CANARY) }, READINESS_SECTIONS);
  expect(account.sections.me).toMatchObject({ kind: 'failed', why: { kind: 'unreadable', status: 400 } });
  expect(failures.length).toBeGreaterThan(0);
  expect(printed([account, failures])).not.toContain(CANARY.slice(0, 20));
  await dispatcher.destroy();
  server.closeAllConnections();
  server.close();
});

test('a bug in the way of a key throws without it', async () => {
  const dispatcher = openDispatcher().compose(() => () => {
    throw new TypeError('a bug');
  });
  const reader = createTeamworkDeskReader({ dispatcher, now: () => NOW });
  const error = await reader
    .read({ site: 'https://acme.teamwork.com', key: sealKey(CANARY) }, ['me'])
    .catch((thrown: unknown) => thrown);
  expect(error).toHaveProperty('message');
  expect(printed([error])).not.toContain(CANARY);
  const invalid = await reader
    .read({ site: `https://evil.example/${CANARY}`, key: sealKey(CANARY) }, ['me'])
    .catch((thrown: unknown) => thrown);
  expect(printed([invalid])).not.toContain(CANARY);
});
