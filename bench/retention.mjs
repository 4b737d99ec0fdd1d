// What a large state file costs: the start with 200,000 conversations stored beside an empty one, and the longest time
// for which the event loop stands still, as turns see it, while 200,000 rows are forgotten.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const ROWS = 200_000;
const require = createRequire(import.meta.url);
const { openStorage } = require('../dist/bot/open-storage.js');
const { readConfig } = require('../dist/bot/config.js');
const Database = require('libsql');

const folder = mkdtempSync(join(tmpdir(), 'passerelle-retention-'));
const config = readConfig({ DATA_DIR: folder, RETENTION_DAYS: '30' });
const now = () => new Date('2026-11-28T00:00:00.000Z');
const start = async () => {
  const before = performance.now();
  const storage = await openStorage(config, now, Math.random);
  await storage.web.log.unanswered();
  await storage.isWritable();
  return { storage, took: performance.now() - before };
};

const empty = await start();
await empty.storage.close();
const raw = new Database(join(folder, 'passerelle.db'));
const old = '2026-01-01T00:00:00.000Z';
raw.exec('begin');
const conversation = raw.prepare('insert into web_conversations (id, user, locale, used_at) values (?, ?, ?, ?)');
const state = raw.prepare('insert into state values (?, ?, ?, ?)');
const item = JSON.stringify({ memory: 'x'.repeat(1000) });
for (let n = 0; n < ROWS; n++) {
  conversation.run(`c${n}`, 'dl_x', 'fr', n % 2 ? old : now().toISOString());
  state.run(`directline|c${n}`, item, '1', n % 2 ? old : now().toISOString());
}
raw.exec('commit');
raw.close();
const full = await start();
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const before = performance.now();
await full.storage.forgetOld();
delay.disable();
console.log(`start, empty            ${empty.took.toFixed(0)} ms`);
console.log(`start, ${ROWS} stored   ${full.took.toFixed(0)} ms`);
console.log(
  `${ROWS} rows forgotten in ${((performance.now() - before) / 1000).toFixed(1)} s; the loop stood still for ${(delay.max / 1e6).toFixed(0)} ms at most (p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms)`,
);
await full.storage.close();
rmSync(folder, { recursive: true });
