// What a turn of ours costs in CPU time, next to the framework's own bare waterfall turn, in one process and one run.
// Both are served by restify and CloudAdapter over HTTP (expectReplies); ours with the whole app: secrets, transcript,
// SQL, understanding, dialogs. The client is a process of its own, so that only the server's CPU time is counted.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveBareWaterfall } from './load/bare-waterfall.mjs';
import { utterance } from './utterances.mjs';

const TURNS = 1500;
const ROUNDS = 5;
const AT_ONCE = 4;

async function client(port) {
  let next = 0;
  const post = async (i) => {
    const body = {
      type: 'message',
      // Each run's own: what is delivered again does nothing.
      id: `${process.pid}-${i}`,
      text: utterance(i),
      channelId: 'bench',
      locale: 'fr-FR',
      deliveryMode: 'expectReplies',
      from: { id: 'customer' },
      recipient: { id: 'bot' },
      conversation: { id: `conversation-${i % 50}` },
    };
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    await response.arrayBuffer();
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < TURNS) await post(next++);
    }),
  );
}

if (process.argv[2] === 'client') {
  await client(process.argv[3]);
  process.exit(0);
}

const require = createRequire(import.meta.url);
const { compose } = require('../dist/bot/compose.js');
const { readConfig } = require('../dist/bot/config.js');
const { openLog } = require('../dist/bot/log.js');
const { createServer } = require('../dist/bot/server.js');

async function measure(port) {
  const before = process.cpuUsage();
  const child = fork(new URL(import.meta.url).pathname, ['client', port]);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error('the client failed');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / TURNS;
}

const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
const server = createServer(await compose(readConfig({ DATA_DIR: folder }), openLog('silent')));
const ours = await server.listen(0);
const bare = await serveBareWaterfall();
await measure(bare);
await measure(ours);
const rounds = [];
for (let round = 0; round < ROUNDS; round++) rounds.push({ bare: await measure(bare), ours: await measure(ours) });
const median = (name) => rounds.map((round) => round[name]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
const [bareMs, oursMs] = [median('bare'), median('ours')];
console.log(`CPU time a turn, median of ${ROUNDS} rounds of ${TURNS} turns`);
console.log(`  bare waterfall  ${bareMs.toFixed(3)} ms`);
console.log(
  `  Passerelle      ${oursMs.toFixed(3)} ms   adds ${(oursMs - bareMs).toFixed(3)} ms = ${((oursMs - bareMs) / bareMs).toFixed(2)} × the bare turn`,
);
await server.stop();
rmSync(folder, { recursive: true });
process.exit(0);
