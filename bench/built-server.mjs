// The built server in a process and a folder of its own, on a free port, and a browser to look at it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import findBrowser from '../tests/browser/find-browser.cjs';

/** Resolves when the server is ready: its address, and how to stop it and leave nothing behind. */
export async function openBuiltServer() {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const data = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  const env = { ...process.env, PORT: String(port), DATA_DIR: data, PUBLIC_URL: base, LOG_LEVEL: 'warn' };
  const server = spawn(process.execPath, ['dist/index.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  // A script that fails leaves no server behind.
  process.on('exit', () => server.kill());
  const isReady = () =>
    fetch(`${base}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let tries = 0; !(await isReady()); tries++) {
    if (tries === 100) throw new Error('The built server does not get ready. Run npm run build first.');
    await sleep(200);
  }
  return {
    base,
    async stop() {
      server.kill('SIGTERM');
      await new Promise((resolve) => server.once('exit', resolve));
      await rm(data, { recursive: true, force: true });
    },
  };
}

export const openBrowser = async () =>
  chromium.launch({
    ...(await findBrowser()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
