// Processes that are measured: built servers, on a file or on one PostgreSQL, the proxy before them, the bare framework.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../built-server.mjs';
import { memoryOf } from './usage.mjs';

async function openProcess(args, env, port) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  return {
    port,
    pid: child.pid,
    memory: () => memoryOf(child.pid),
    async stop() {
      // One that is held does not hear it otherwise.
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      await gone;
      process.off('exit', kill);
    },
  };
}

async function ready(base, path) {
  const isReady = () =>
    fetch(`${base}${path}`).then(
      ({ status }) => status < 500,
      () => false,
    );
  for (let tries = 0; !(await isReady()); tries++) {
    if (tries === 600) throw new Error(`${base} does not get ready. Run npm run build first.`);
    await sleep(50);
  }
}

/** The framework's own bot, with a memory. */
export async function openBare() {
  const port = await freePort();
  const server = await openProcess([join(import.meta.dirname, 'bare-waterfall.mjs')], {}, port);
  const base = `http://127.0.0.1:${port}`;
  await ready(base, '/healthz');
  return { base, servers: [server], stop: server.stop };
}

/**
 * Built servers that share a database, or one with a file.
 * @param {{ count?: number, databaseUrl?: string, isBehindProxy?: boolean }} wanted
 * @returns the address that customers use, each process, and how to end all of it
 */
export async function openServers({ count = 1, databaseUrl, isBehindProxy = false }) {
  const ports = await Promise.all(Array.from({ length: count + 1 }, freePort));
  const front = isBehindProxy ? ports[count] : ports[0];
  const data = mkdtempSync(join(tmpdir(), 'passerelle-load-'));
  const shared =
    databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl, KEY_SECRET: randomBytes(32).toString('base64') };
  const servers = await Promise.all(
    ports.slice(0, count).map((port, i) =>
      openProcess(
        ['dist/index.js'],
        {
          ...shared,
          DATA_DIR: join(data, String(i)),
          // Each customer comes from an address of their own, as behind a proxy.
          ...{ PUBLIC_URL: `http://localhost:${front}`, TRUSTED_PROXIES: '1' },
          ...{ LOG_LEVEL: 'error', NODE_ENV: 'development' },
        },
        port,
      ),
    ),
  );
  await Promise.all(servers.map(({ port }) => ready(`http://127.0.0.1:${port}`, '/readyz')));
  const proxy = isBehindProxy ? await openProxy(front, ports.slice(0, count)) : undefined;
  return {
    base: `http://127.0.0.1:${front}`,
    servers,
    proxy,
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
      await proxy?.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** @param targets ports that it leads to */
export async function openProxy(port, targets) {
  const proxy = await openProcess([join(import.meta.dirname, 'proxy.mjs'), port, ...targets].map(String), {}, port);
  await ready(`http://127.0.0.1:${port}`, '/healthz');
  return proxy;
}
