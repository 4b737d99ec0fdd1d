// The built server as a child process, with what a case needs, and a look at its memory.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../built-server.mjs';
import { memoryOf } from '../load/usage.mjs';

const TELL_MEMORY = `--expose-gc --require "${join(import.meta.dirname, 'tell-memory.cjs')}"`;

/** @param {{ files?: number, env?: object }} setting how many files it may have open; more settings */
export async function openChild({ files, env = {} } = {}) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(join(tmpdir(), 'passerelle-faults-'));
  const own = { PORT: String(port), DATA_DIR: data, LOG_LEVEL: 'error', TRUSTED_PROXIES: '1' };
  const limit = files === undefined ? '' : `ulimit -n ${files} && `;
  const child = spawn('sh', ['-c', `${limit}exec "${process.execPath}" ${TELL_MEMORY} dist/index.js`], {
    env: { ...process.env, ...own, PUBLIC_URL: `http://localhost:${port}`, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = [];
  child.stderr.on('data', (text) => said.push(String(text)));
  const gone = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  process.on('exit', () => child.kill('SIGKILL'));
  const isReady = () => ask(base, '/healthz').then(({ status }) => status === 200);
  for (let tries = 0; !(await isReady()); tries++) {
    if (tries === 300) throw new Error(`The server does not get ready: ${said.join('')}`);
    await sleep(200);
  }
  return {
    base,
    port,
    isReady,
    said,
    hasGone: () => child.exitCode !== null || child.signalCode !== null,
    /** What it holds once its garbage is gone, in MB. */
    async held() {
      const before = said.length;
      child.kill('SIGUSR2');
      for (;;) {
        const found = /memory (\{.*\})/.exec(said.slice(before).join(''))?.[1];
        if (found) return JSON.parse(found);
        await sleep(20);
      }
    },
    memory: () => memoryOf(child.pid),
    /** @returns its exit code, and how long it took, in milliseconds */
    async stop() {
      const begin = performance.now();
      child.kill('SIGTERM');
      const code = await gone;
      rmSync(data, { recursive: true, force: true });
      return { code, took: Math.round(performance.now() - begin) };
    },
  };
}

/** One call; status 0 when there was no answer in time. */
export async function ask(base, path, { body, token, address = '10.0.0.1', within = 5000 } = {}) {
  try {
    const response = await fetch(`${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'x-forwarded-for': address,
        origin: base,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(within),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  } catch {
    return { status: 0, body: {} };
  }
}

/** A turn of a channel that takes the replies from the response. */
export const say = (base, conversation, id, text, value) =>
  ask(base, '/api/messages', {
    address: `10.1.${conversation.length}.${[...conversation].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 250, 7)}`,
    body: {
      ...{
        type: 'message',
        id: String(id),
        text,
        value,
        locale: 'fr',
        channelId: 'faults',
        deliveryMode: 'expectReplies',
      },
      ...{ from: { id: 'customer' }, recipient: { id: 'bot' }, conversation: { id: conversation } },
    },
  });

/** A conversation on the website: its token, name and the address of its stream. */
export async function openConversation(base, n) {
  const address = `10.2.${Math.floor(n / 250)}.${n % 250}`;
  const { body } = await ask(base, '/widget/token', { body: {}, address });
  const begun = await ask(base, '/v3/directline/conversations', { token: body.token, body: { locale: 'fr' }, address });
  return { address, token: body.token, id: body.conversationId, streamUrl: begun.body.streamUrl };
}
