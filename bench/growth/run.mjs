// How a store grows: with 1,000 to 100,000 stored conversations (`--all`: 1,000,000), on the file and on PostgreSQL, the time from
// the start until it is ready, what a turn costs, and the longest turn while 200,000 old rows are forgotten beside it.
// `npm run bench:growth -- --all --seconds 10 file postgres`
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import postgresTools from '../../tools/postgres.cjs';
import { driveMessages } from '../load/drive-messages.mjs';
import { percentile } from '../load/percentile.mjs';
import { fill } from './fill.mjs';
import { recordConversations } from './record-conversations.mjs';
import { openServer } from './server.mjs';
import { openFileTables, openServerTables } from './tables.mjs';

const OLD_ROWS = 200_000;
/** Longest that they may take to be forgotten, in milliseconds. */
const LONGEST = 600_000;
const DAY = 86_400_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, seconds: { type: 'string', default: '10' } },
});
const seconds = Number(values.seconds);
const sizes = [1000, 10_000, 100_000, ...(values.all ? [1_000_000] : [])];
const engines = positionals.length > 0 ? positionals : ['file', 'postgres'];

const scratch = mkdtempSync(join(tmpdir(), 'passerelle-growth-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const postgres = engines.includes('postgres') ? await postgresTools.startPostgres() : undefined;
process.on('exit', () => postgres?.halt('SIGKILL'));
const kinds = await recordConversations(join(scratch, 'recorded'));
const rowsOf = ({ rows }) => rows.reduce((sum, [, found]) => sum + found.length, 0);
const each = kinds.reduce((sum, kind) => sum + kind.share * rowsOf(kind), 0);

console.log(`${each.toFixed(1)} rows a conversation; ${seconds} s of turns, one after the other\n`);
console.log(
  '| store | conversations | ready after | turn p50 | p95 | longest | beside the forgetting: p50 | p95 | longest | forgotten after |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const engine of engines)
  for (const size of sizes) {
    const data = join(scratch, `${engine}-${size}`);
    const url = engine === 'postgres' ? await postgres.database(`growth_${size}`) : undefined;
    const env = {
      ...{ DATA_DIR: data, RETENTION_DAYS: '30' },
      ...(url === undefined ? {} : { DATABASE_URL: url, KEY_SECRET: randomBytes(32).toString('base64') }),
    };
    // Makes the tables.
    await (await openServer(env)).stop();
    const tables = url === undefined ? openFileTables(data) : await openServerTables(url);
    await fill(tables, kinds, { name: 'new', count: size, from: Date.now() - 29 * DAY, to: Date.now() });
    const quiet = await openServer(env);
    await drive(quiet.base, 'warm', 3);
    const usual = await drive(quiet.base, 'usual', seconds);
    await quiet.stop();

    const count = Math.ceil(OLD_ROWS / each);
    await fill(tables, kinds, { name: 'old', count, from: Date.now() - 60 * DAY, to: Date.now() - 31 * DAY });
    const busy = await openServer(env);
    const began = performance.now();
    // The first turns of a process cost more, whatever goes on beside them.
    await drive(busy.base, 'warm-beside', 3);
    const beside = [];
    while (performance.now() - began < LONGEST && (await tables.has('old')))
      beside.push(...(await drive(busy.base, `beside-${beside.length}`, 2)));
    const took = performance.now() - began;
    await busy.stop();
    await tables.close();
    const ms = (number) => `${number.toFixed(0)} ms`;
    const [p50, p95] = [0.5, 0.95];
    console.log(
      `| ${engine} | ${size} | ${ms(quiet.readyAfter)} | ${ms(percentile(usual, p50))} | ${ms(percentile(usual, p95))} | ${ms(Math.max(...usual))} | ${[
        ms(percentile(beside, p50)),
        ms(percentile(beside, p95)),
        ms(Math.max(0, ...beside)),
        `${(took / 1000).toFixed(0)} s`,
      ].join(' | ')} |`,
    );
    if (url === undefined) rmSync(data, { recursive: true });
  }
await postgres?.stop();

/** @returns what each turn took, in milliseconds */
async function drive(base, run, forSeconds) {
  const { times, errors } = await driveMessages(base, { seconds: forSeconds, atOnce: 1, conversations: 50, run });
  if (errors > 0) throw new Error(`${errors} turns were not answered`);
  await sleep(0);
  return times;
}
