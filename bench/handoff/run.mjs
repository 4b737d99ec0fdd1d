// Hand-offs to a webhook, a mail server and a Desk that fail at random, from a server that is killed (SIGKILL) every 3 to 8
// seconds: each case must arrive at each of them, and none twice beyond what the destination's idempotency allows.
// `npm run bench:handoff -- --cases 1000 --seed 1`. docs/handoff.md says what counts as what.
import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { practiceKey } from '../../dist/simulator/practice-keys.js';
import { openDirectCustomer } from '../soak/direct-customer.mjs';
import { openMortalServer } from '../soak/server.mjs';
import { openDesk, openMail, openWebhook } from './destinations.mjs';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    customers: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '30' },
  },
});
const [cases, seed, customers, minutes] = [values.cases, values.seed, values.customers, values.minutes].map(Number);

/** The same numbers for the same seed (mulberry32). */
function randomFrom(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const [webhook, mail, desk] = [
  await openWebhook(randomFrom(seed + 1)),
  await openMail(randomFrom(seed + 2)),
  await openDesk(randomFrom(seed + 3)),
];
const data = mkdtempSync(join(tmpdir(), 'passerelle-handoff-'));
const file = join(data, 'handoff.yml');
writeFileSync(
  file,
  JSON.stringify({
    destinations: [
      {
        id: 'webhook',
        kind: 'webhook',
        url: `http://127.0.0.1:${webhook.port}/`,
        secret: 'a-secret-of-24-signs-at-least',
        allowPrivate: true,
      },
      {
        id: 'mail',
        kind: 'email',
        from: 'bot@bench.example',
        to: 'team@bench.example',
        host: '127.0.0.1',
        port: mail.port,
        security: 'none',
      },
      { id: 'desk', kind: 'teamwork-desk', site: 'practice', key: practiceKey('ready'), inbox: 36018 },
    ],
    retry: { firstSeconds: 0.5, longestMinutes: 0.05, giveUpDays: 1 },
    pollSeconds: 3600,
  }),
);
const more = { HANDOFF_FILE: file, PUBLIC_URL: `http://localhost:${desk.port}`, PRACTICE: 'on' };
const server = await openMortalServer({ data, random: randomFrom(seed), more });
const begin = performance.now();
const deadline = AbortSignal.timeout(minutes * 60_000);
setMaxListeners(0, deadline);

const references = new Set();
const unheard = [];
async function handOver(n) {
  const random = randomFrom(seed * 10_000 + n);
  const address = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
  const line = { base: server.base, lines: server.lines, random, deadline, address };
  const customer = await openDirectCustomer(line, { locale: 'en', name: `handoff-${seed}-${n}` });
  for (const text of ['I want to talk to a human', 'Ana Diaz', `ana${n}@bench.example`, 'send'])
    await customer.say({ text });
  const { heard } = await customer.end();
  const reference = heard.map(({ text }) => /reference is \*\*(P-\w{4}-\w{4})/.exec(text ?? '')?.[1]).find(Boolean);
  if (reference) references.add(reference);
  else unheard.push(n);
}
let next = 0;
await Promise.all(
  Array.from({ length: customers }, async () => {
    while (next < cases) await handOver(next++);
  }),
);
const handed = (performance.now() - begin) / 1000;

const waiting = async () => {
  const report = await fetch(`${server.base}/readyz`).then(
    (response) => response.json(),
    () => undefined,
  );
  return report?.handoff?.reduce((sum, { waiting: count }) => sum + count, 0) ?? cases;
};
while ((await waiting()) > 0 && server.kills() < 10_000 && !deadline.aborted) await sleep(500);
await server.leaveInPeace();
const seconds = (performance.now() - begin) / 1000;
const code = await server.stop();
for (const { server: each } of [webhook, mail, desk]) {
  each.closeAllConnections?.();
  each.close();
}

const rows = [
  ['seed', seed],
  ['cases that customers were told of', references.size],
  ['seconds to hand over, to deliver', `${handed.toFixed(0)}, ${seconds.toFixed(0)}`],
  ['kills', server.kills()],
];
let faults = unheard.length;
for (const [name, { arrived }] of Object.entries({ webhook, mail, desk })) {
  const lost = [...references].filter((reference) => !arrived.has(reference)).length;
  const doubled = [...arrived.values()].filter(({ ids }) => ids.size > 1).length;
  const again = [...arrived.values()].reduce((sum, { times, ids }) => sum + times - ids.size, 0);
  faults += lost + doubled;
  rows.push([`${name}: lost, twice under two ids`, `${lost}, ${doubled}`]);
  rows.push([`${name}: again under the same id`, again]);
}
rows.push(['customers without a reference', unheard.length], ['exit code of the last stop', code]);
for (const [name, value] of rows) console.log(`${name.padEnd(36)}${value}`);
const isGood = faults === 0 && code === 0 && references.size === cases;
if (isGood) rmSync(data, { recursive: true });
else console.log(`The state is left in ${data}`);
process.exit(isGood ? 0 : 1);
