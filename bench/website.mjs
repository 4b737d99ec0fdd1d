// 500 conversations, each with its socket, on one process: 25 questions a second for a while. Every question must be
// answered once, and p95 from post to answer stay under 500 ms. `npm run build` first; then `node bench/website.mjs`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';

const CONVERSATIONS = Number(process.env.CONVERSATIONS ?? 500);
const PER_SECOND = Number(process.env.PER_SECOND ?? 25);
const SECONDS = Number(process.env.SECONDS ?? 40);
const PORT = 3911;
const SECRET = 'a-secret-of-the-benchmark';
const QUESTIONS = [
  'comment désactiver les déclencheurs ?',
  'où trouver ma clé api ?',
  'comment ajouter un agent ?',
  'créer un champ personnalisé',
  'couper les notifications par e-mail',
];

const data = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
const server = spawn(process.execPath, ['dist/index.js'], {
  env: {
    ...process.env,
    PORT: String(PORT),
    DATA_DIR: data,
    LOG_LEVEL: 'error',
    WEB_SECRET: SECRET,
    TRUSTED_PROXIES: '1',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const base = `http://localhost:${PORT}`;
// Each conversation comes from an address of its own.
const addressOf = (i) => `10.0.${i >> 8}.${i & 255}`;
const call = async (path, token, body, address = addressOf(0)) => {
  const response = await fetch(`${base}/v3/directline${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify(body ?? {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};
try {
  while (!(await fetch(`${base}/readyz`).catch(() => undefined))) await sleep(200);
  const [waiting, took, answers] = [new Map(), [], new Map()];
  let [asked, seen] = [0, 0];
  const ids = new Set();
  let doubled = 0;
  const lines = [];
  for (let i = 0; i < CONVERSATIONS; i++) {
    const { token } = await call('/tokens/generate', SECRET);
    const { conversationId, streamUrl } = await call('/conversations', token, { locale: 'fr' }, addressOf(i));
    const socket = new WebSocket(streamUrl, { headers: { 'x-forwarded-for': addressOf(i) } });
    socket.on('message', (frame) => {
      if (!frame.length) return;
      for (const activity of JSON.parse(frame).activities) {
        if (activity.type !== 'message') continue;
        seen++;
        if (ids.has(activity.id)) doubled++;
        ids.add(activity.id);
        const key = activity.replyToId;
        if (activity.from.role !== 'bot' || !key) continue;
        answers.set(key, (answers.get(key) ?? 0) + 1);
        const posted = waiting.get(key);
        if (posted === undefined) continue;
        took.push(performance.now() - posted);
        waiting.delete(key);
      }
    });
    await new Promise((resolve) => socket.once('open', resolve));
    lines.push({ token, conversationId, socket, address: addressOf(i) });
  }
  console.log(`${lines.length} conversations are open`);
  const posts = [];
  const begin = performance.now();
  for (let n = 0; n < PER_SECOND * SECONDS; n++) {
    const due = begin + (n * 1000) / PER_SECOND;
    if (due > performance.now()) await sleep(due - performance.now());
    const { token, conversationId, address } = lines[n % lines.length];
    const text = QUESTIONS[n % QUESTIONS.length];
    const at = performance.now();
    asked++;
    posts.push(
      call(`/conversations/${conversationId}/activities`, token, { type: 'message', text }, address).then(({ id }) => {
        // The answer may have come first.
        if (answers.has(id)) took.push(performance.now() - at);
        else waiting.set(id, at);
      }),
    );
  }
  await Promise.all(posts);
  for (let i = 0; i < 50 && waiting.size > 0; i++) await sleep(100);
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))]?.toFixed(0);
  console.log(`asked ${asked}, answered ${took.length}, lost ${waiting.size}, doubled ${doubled}, activities ${seen}`);
  console.log(`post to answer, ms: p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  longest ${at(1)}`);
  if (waiting.size > 0 || doubled > 0 || Number(at(0.95)) > 500) process.exitCode = 1;
  for (const { socket } of lines) socket.terminate();
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(data, { recursive: true });
}
