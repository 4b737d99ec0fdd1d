// How much the built server takes: `npm run bench:load -- --seconds 10`.
//   ratio      one process beside the framework's bare waterfall bot, on the file and on PostgreSQL (/api/messages)
//   processes  one and two processes on one PostgreSQL behind a proxy, whole conversations (Direct Line and /api/messages)
//   shares     the same with each server held to a share of a core, so that nothing else is the limit on a small machine
//   open       1,000 open conversations on one process, 50 turns a second (`--open 9000` for as many)
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import postgresTools from '../../tools/postgres.cjs';
import { driveCourses } from './drive-courses.mjs';
import { driveMessages } from './drive-messages.mjs';
import { holdBack } from './hold-back.mjs';
import { holdOpen } from './hold-open.mjs';
import { openBare, openServers } from './open-servers.mjs';
import { percentiles } from './percentile.mjs';
import { countUsage } from './usage.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '10' },
    customers: { type: 'string', default: '64' },
    share: { type: 'string', default: '0.2' },
    open: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '50' },
  },
});
const [seconds, customers, share, open, rate] = ['seconds', 'customers', 'share', 'open', 'rate'].map((name) =>
  Number(values[name]),
);
const isWanted = (name) => positionals.length === 0 || positionals.includes(name);
const postgres = await postgresTools.startPostgres({ settings: { max_connections: 200 } });
process.on('exit', () => postgres.halt('SIGKILL'));
let databases = 0;
const newDatabase = () => postgres.database(`load_${databases++}`);
const driver = { pid: process.pid };
const line = (text) => console.log(`  ${text}`);
const load = () => `load of the machine before: ${loadavg()[0].toFixed(1)}`;
let isGood = true;

/** `server 0.98, driver 0.51, …, others 0.02 of 2 cores` */
const shown = ({ cores, others, all }) =>
  `${Object.entries({ ...cores, others })
    .map(([name, each]) => `${name} ${each.toFixed(2)}`)
    .join(', ')} of ${all} cores`;
const limitOf = ({ cores, others, all }) => {
  const busy = Object.values(cores).reduce((sum, each) => sum + each, others);
  const [name] = Object.entries(cores).find(([, each]) => each > 0.93) ?? [];
  return name
    ? `one core of the ${name}`
    : busy > 0.93 * all
      ? 'the cores of this machine, shared by all of them'
      : 'none of them: waiting';
};
const msPerTurn = (cores, perSecond) => ((cores / perSecond) * 1000).toFixed(2);

async function ratio() {
  console.log(`One process, /api/messages, ${seconds} s each, three rounds in turn; ${load()}`);
  const kinds = {
    bare: await openBare(),
    file: await openServers({}),
    PostgreSQL: await openServers({ databaseUrl: await newDatabase() }),
  };
  const measured = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  for (let round = -1; round < 3; round++)
    for (const [name, { base, servers }] of Object.entries(kinds)) {
      const end = countUsage({
        server: servers,
        driver: [driver],
        PostgreSQL: [{ pid: postgres.pid(), isTree: true }],
      });
      // The first round warms up.
      const wanted = { seconds: round < 0 ? 3 : seconds, atOnce: 32, conversations: 200, run: `${name}${round}` };
      const begin = performance.now();
      const { turns, errors, times } = await driveMessages(base, wanted);
      const perSecond = (turns / (performance.now() - begin)) * 1000;
      if (round >= 0) measured[name].push({ perSecond, times, errors, usage: end() });
    }
  const middle = (name) => measured[name].sort((a, b) => a.perSecond - b.perSecond)[1];
  const bare = middle('bare').perSecond;
  for (const name of Object.keys(kinds)) {
    const { perSecond, times, errors, usage } = middle(name);
    if (errors > 0) isGood = false;
    line(
      `${name.padEnd(12)}${perSecond.toFixed(0).padStart(5)} turns/s, ${(perSecond / bare).toFixed(2)} of bare; ${percentiles(times)}; ${errors} errors; ` +
        `CPU of the server ${msPerTurn(usage.cores.server, perSecond)} ms a turn; ${shown(usage)}; limit: ${limitOf(usage)}`,
    );
  }
  for (const { stop } of Object.values(kinds)) await stop();
}

/** @param held to which share of a core each server is held, if any */
async function processes(held) {
  const how = held === undefined ? '' : `, each server held to ${held} of a core`;
  console.log(`Whole conversations of ${customers} customers behind a proxy, ${seconds} s${how}; ${load()}`);
  const rates = [];
  for (const count of [1, 2]) {
    const { base, servers, proxy, stop } = await openServers({
      ...{ count, isBehindProxy: true },
      databaseUrl: await newDatabase(),
    });
    const release =
      held === undefined
        ? () => {}
        : holdBack(
            servers.map(({ pid }) => pid),
            held,
          );
    const run = { seconds, customers, run: `p${count}-${held ?? 1}`, random: Math.random };
    const result = await driveCourses(base, run, () => {
      const usage = countUsage({
        ...{ servers, driver: [driver], proxy: [proxy] },
        PostgreSQL: [{ pid: postgres.pid(), isTree: true }],
      });
      return () => ({ usage: usage(), memory: servers.map(({ memory }) => memory()) });
    });
    release();
    await stop();
    const { perSecond, times, faults, conversations, seen } = result;
    if (faults > 0) isGood = false;
    rates.push(perSecond);
    line(
      `${count} of them  ${perSecond.toFixed(0).padStart(5)} turns/s; ${percentiles(times)}; ${conversations} conversations, ${faults} lost, doubled or wrong; ` +
        `memory ${seen.memory.map((each) => each.toFixed(0)).join(' and ')} MB; CPU of the servers ${msPerTurn(seen.usage.cores.servers, perSecond)} ms, of PostgreSQL ${msPerTurn(seen.usage.cores.PostgreSQL, perSecond)} ms a turn; ` +
        `${shown(seen.usage)}${held === undefined ? `; limit: ${limitOf({ ...seen.usage, cores: { ...seen.usage.cores, servers: seen.usage.cores.servers / count } })}` : ''}`,
    );
  }
  line(`two against one: ${(rates[1] / rates[0]).toFixed(2)} times the turns`);
}

async function openConversations() {
  console.log(`${open} open conversations on one process, ${rate} turns/s for ${seconds} s; ${load()}`);
  for (const [name, databaseUrl] of [
    ['file', undefined],
    ['PostgreSQL', await newDatabase()],
  ]) {
    const { base, servers, stop } = await openServers({ databaseUrl });
    const [{ memory }] = servers;
    const empty = memory();
    const wanted = { open, perSecond: rate, seconds, run: `o${name}`, random: Math.random };
    const begin = performance.now();
    const { times, turns, unanswered, seen } = await holdOpen(base, wanted, () => {
      const [held, opened] = [memory(), (performance.now() - begin) / 1000];
      const usage = countUsage({ server: servers, driver: [driver] });
      return () => ({ opened, held, at: memory(), usage: usage() });
    });
    if (unanswered > 0) isGood = false;
    line(
      `${name.padEnd(12)}${turns} turns, ${unanswered} unanswered; ${percentiles(times)}; opened in ${seen.opened.toFixed(0)} s; memory ${empty.toFixed(0)} MB empty, ${seen.held.toFixed(0)} MB open, ` +
        `${seen.at.toFixed(0)} MB after: ${(((seen.at - empty) / open) * 1000).toFixed(0)} MB for 1,000; ${shown(seen.usage)}`,
    );
    await stop();
    await sleep(500);
  }
}

if (isWanted('ratio')) await ratio();
if (isWanted('processes')) await processes();
if (isWanted('shares')) await processes(share);
if (isWanted('open')) await openConversations();
await postgres.stop();
process.exit(isGood ? 0 : 1);
