// The operators' page with 100,000 unanswered questions: how long they take to be put into groups, at first and when one more
// has come or gone, for how long the event loop stands still meanwhile, what the first views take and weigh; and how long an
// operator waits for the server from an unanswered question to a better answer live, in a copy of the shipped help centre.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { freePort } from './built-server.mjs';

const QUESTIONS = 100_000;
const TOKEN = 'a-token-of-the-bench-that-is-long-enough';
const require = createRequire(import.meta.url);
const { compose } = require('../dist/bot/compose.js');
const { readConfig } = require('../dist/bot/config.js');
const { openLog } = require('../dist/bot/log.js');
const { createServer } = require('../dist/bot/server.js');
const { openStorage } = require('../dist/bot/open-storage.js');
const Database = require('libsql');

// Numerical Recipes' generator: the same questions at each run.
let drawn = 1;
const random = () => {
  drawn = (drawn * 1664525 + 1013904223) % 2 ** 32;
  return drawn / 2 ** 32;
};
const pick = (list) => list[Math.floor(random() * list.length)];

/** As words are in a language: a few of them in most questions, most of them in few. */
const syllables = 'ba co di fu gra lin mo ne pra qui ro sel ta vu xan bre cla dor fi'.split(' ');
const word = () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables)).join('');
const vocabulary = Array.from({ length: 4000 }, word);
const common = () => vocabulary[Math.floor(vocabulary.length ** random())];
const openings = ['how do I ', 'can you ', 'where is the ', 'i want to ', '', 'why does the ', 'please '];
const makeQuestion = () => pick(openings) + Array.from({ length: 2 + Math.floor(random() * 6) }, common).join(' ');
const made = [];

const folder = mkdtempSync(join(tmpdir(), 'passerelle-operate-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const knowledge = join(folder, 'knowledge');
cpSync(join(import.meta.dirname, '..', 'deployments', 'teamwork-desk'), knowledge, { recursive: true });
const config = readConfig({
  DATA_DIR: folder,
  KNOWLEDGE_DIR: knowledge,
  PORT: String(port),
  PUBLIC_URL: base,
  OPERATORS_TOKEN: TOKEN,
  LOG_LEVEL: 'silent',
});
const now = () => new Date('2026-11-28T12:00:00.000Z');
await (await openStorage(config, now, random)).close();
const raw = new Database(join(folder, 'passerelle.db'));
const insert =
  raw.prepare(`insert into turns (at, conversation, language, channel, route, outcome, text, verdict, confidence,
  refusal, task, latency_ms) values (?, ?, ?, 'web', 'unknown', 'failed', ?, 'unknown', 0.1, ?, ?, ?)`);
raw.exec('begin');
for (let n = 0; n < QUESTIONS; n++) {
  // Half of what is asked has been asked before, in the same words.
  const text = made.length > 1000 && random() < 0.5 ? pick(made) : makeQuestion();
  made.push(text);
  const at = new Date(now().getTime() - random() * 27 * 86_400_000).toISOString();
  const [refusal, task] =
    random() < 0.5 ? ['nothing-known', null] : ['other-task', pick(['send', 'export', 'delete', 'invite'])];
  insert.run(at, `web|${n % 20_000}`, pick(['fr', 'en', 'de', 'es']), text, refusal, task, Math.floor(random() * 400));
}
raw.exec('commit');

const app = await compose(config, openLog('silent'), { now });
const server = createServer(app);
await server.listen(port);
const entered = await fetch(`${base}/operate/sign-in`, {
  method: 'POST',
  redirect: 'manual',
  headers: { origin: base },
  body: new URLSearchParams({ secret: TOKEN }),
});
const cookie = entered.headers.getSetCookie()[0].split(';')[0];
const get = async (path) => {
  const before = performance.now();
  const response = await fetch(base + path, { headers: { cookie, 'accept-language': 'en' } });
  const text = await response.text();
  return { ms: performance.now() - before, text };
};

const delay = monitorEventLoopDelay({ resolution: 1 });
const told = async (name, work) => {
  delay.reset();
  delay.enable();
  const [before, cpu] = [performance.now(), process.cpuUsage()];
  const came = await work();
  delay.disable();
  const { user, system } = process.cpuUsage(cpu);
  const still = `the loop stood still for ${(delay.max / 1e6).toFixed(0)} ms at most`;
  const took = `${(performance.now() - before).toFixed(0).padStart(6)} ms (${((user + system) / 1000).toFixed(0)} ms of a processor)`;
  console.log(`${name.padEnd(44)} ${took}; ${still}`);
  return came;
};
const today = await told('first view (today)', () => get('/operate/today'));
const groups = await told(`${QUESTIONS} questions into groups`, () => app.office.unanswered());
console.log(`  ${groups.length} groups, the largest of ${groups[0].ids.length}`);
await told('the list, grouped already', () => get('/operate/unanswered'));
insert.run(now().toISOString(), 'web|new', 'en', 'fax my aunt', 'nothing-known', null, 5);
await told('the list, one question more', () => get('/operate/unanswered'));
raw.exec(`update turns set handled = 'set-aside' where id = (select min(id) from turns)`);
await told('the list, one question gone', () => get('/operate/unanswered'));
await told('articles', () => get('/operate/articles'));

// From a question to a better answer: what is between the operator's five clicks and the word that they type.
const post = async (path, fields) => {
  const headers = { cookie, origin: base, 'accept-language': 'en' };
  const body = new URLSearchParams(fields);
  const response = await fetch(base + path, { method: 'POST', redirect: 'manual', headers, body });
  return { status: response.status, text: await response.text() };
};
const question = 'the gizmo went on strike';
const { understanding } = app.knowledgeService;
const isLive = () => understanding.verdict(question, 'en').intent === 'inbox';
const teach = await told('the form that teaches', () =>
  get(`/operate/teach?${new URLSearchParams({ question, language: 'en' })}`),
);
const token = /name="token" value="([^"]*)"/.exec(teach.text)[1];
const lesson = { token, question, language: 'en', way: 'asking', intent: 'inbox' };
for (const nth of ['first', 'second']) {
  const { status } = await told(`what it changes, ${nth} time`, () => post('/operate/preview-lesson', lesson));
  if (status !== 200) throw new Error(`no preview: ${status}`);
}
await told('kept', () => post('/operate/keep-lesson', lesson));
await told('until customers get the answer', async () => {
  while (!isLive()) await new Promise((resolve) => setTimeout(resolve, 50));
});

const files = [...today.text.matchAll(/(?:href|src)="(\/widget\/operate\.[^"]+)"/g)].map(([, path]) => path);
const bodies = [today.text, ...(await Promise.all(files.map(async (path) => (await get(path)).text)))];
const sizes = bodies.map((body) => gzipSync(body).length);
console.log(
  `first view: ${sizes.map((size) => (size / 1000).toFixed(1)).join(' + ')} = ${(sizes.reduce((a, b) => a + b) / 1000).toFixed(1)} kB gzip`,
);
raw.close();
await server.stop();
rmSync(folder, { recursive: true });
