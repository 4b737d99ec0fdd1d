// Customers on the website and on a channel that takes replies from the response, for minutes or until so many turns,
// while the server is killed (SIGKILL) every 3 to 8 seconds. Nothing acknowledged may be lost, nothing said twice, no
// step skipped. `npm run soak -- --minutes 30 --turns 100000 --seed 1`, or with `--processes 2` on one PostgreSQL behind a proxy.
// docs/soak.md says what counts as what.
import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { percentiles } from '../load/percentile.mjs';
import { LANGUAGES, takeCourse } from './course.mjs';
import { openDirectCustomer } from './direct-customer.mjs';
import { openMortal, openMortals } from './open-mortals.mjs';
import { proveLog, proveStore } from './proof.mjs';
import { openReminders } from './reminders.mjs';
import { openTally } from './tally.mjs';
import { openWebCustomer } from './web-customer.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    turns: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    customers: { type: 'string', default: '40' },
    processes: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
  },
});
const [minutes, turns, seed, customers, count] = ['minutes', 'turns', 'seed', 'customers', 'processes'].map((name) =>
  Number(values[name]),
);
/** How long a conversation that has begun may take after time is over, in milliseconds. */
const GRACE = 400_000;

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

const data = mkdtempSync(join(tmpdir(), 'passerelle-soak-'));
const tally = openTally();
const isShared = values.postgres || count > 1;
const server = await (isShared ? openMortals : openMortal)({ count, data, random: randomFrom(seed) });
const begin = performance.now();
const isOver = () => performance.now() - begin > minutes * 60_000 || tally.turns() >= turns;
const deadline = AbortSignal.timeout(minutes * 60_000 + GRACE);
setMaxListeners(0, deadline);
const done = [];
const reminders = openReminders(server.store);
let most = 0;
const watching = setInterval(() => {
  most = Math.max(most, server.memory());
}, 1000);

async function visit(open, name, random) {
  const language = LANGUAGES[Math.floor(random() * LANGUAGES.length)];
  const address = `10.${[0, 0, 0].map(() => Math.floor(random() * 256)).join('.')}`;
  const line = { base: server.base, lines: server.lines, random, deadline, address };
  const customer = await open(line, { locale: language, name });
  try {
    const course = await takeCourse(customer, { random, language, name, tally });
    const kept = await customer.end();
    proveLog(kept, course, tally, customer.key);
    done.push({ key: customer.key, reference: course.reference, replies: course.expected.length });
    // Nothing tells how to reach the others when they ask for nothing.
    if (customer.greets) await reminders.makeDue(customer.key);
  } catch (error) {
    const { log = [] } = await customer.end().catch(() => ({}));
    const replies = log.filter(({ from }) => from.role === 'bot').length;
    tally.note('unanswered', `${customer.key}: ${error.message}; the log holds ${replies} replies`);
  }
  tally.conversation();
}

await Promise.all(
  Array.from({ length: customers }, async (_, i) => {
    const random = randomFrom(seed * 1000 + i);
    // Three of four come through the website.
    const open = i % 4 === 3 ? openDirectCustomer : openWebCustomer;
    for (let n = 0; !isOver(); n++) await visit(open, `s${seed}-${i}-${n}`, random);
  }),
);
const seconds = (performance.now() - begin) / 1000;
clearInterval(watching);
await server.leaveInPeace();
await reminders.settle();
const memory = server.memory();
const codes = await server.stop();
const integrity = await proveStore(server.store, done, tally);
await server.end();
const times = tally.times();

const rows = [
  ['seed', seed],
  ['seconds', seconds.toFixed(0)],
  ['processes', `${count}${isShared ? ' on PostgreSQL' : ''}`],
  ['kills', server.kills()],
  ['restarts of the database', server.restarts()],
  ['conversations', tally.conversations()],
  ['turns acknowledged', tally.turns()],
  ['turns a second', (tally.turns() / seconds).toFixed(1)],
  ['a turn, kills included', percentiles(times)],
  ['memory at the end, MB (most)', `${memory.toFixed(0)} (${most.toFixed(0)})`],
  ...tally.faults(),
  ['apologies (the database was away)', tally.apologies()],
  ['exit codes of the last stop', codes.join(', ')],
  ['what is kept', integrity],
];
for (const [name, value] of rows) console.log(`${name.padEnd(32)}${value}`);
const isGood =
  tally.faults().every(([, count]) => count === 0) &&
  (tally.apologies() === 0 || server.restarts() > 0) &&
  codes.every((code) => code === 0) &&
  integrity === 'ok';
if (isGood) rmSync(data, { recursive: true });
else console.log(`The state and the servers' logs are left in ${data}`);
process.exit(isGood ? 0 : 1);
