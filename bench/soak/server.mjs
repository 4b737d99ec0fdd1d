// The built server as a child process that is killed at random and started again.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../built-server.mjs';
import { memoryOf } from '../load/usage.mjs';

/** Between its being ready and its being killed, in milliseconds: at least, at most. */
const LIVES = [3000, 8000];
/** How often it is killed while it starts, and how soon, in milliseconds. */
const [IN_THE_START, START] = [0.1, 1500];
/** Before one that ended by itself is started again, in milliseconds. */
const AGAIN = 1000;
/** For so long the server works on after its customers have lost their lines, in milliseconds: its answers reach nobody. */
const LAST_WORK = 25;

/**
 * @param {{ data: string, random: () => number, more?: object, lives?: [number, number], mayEnd?: () => boolean }} needs
 *   the folder with its state; a number in [0, 1) per call; settings beside its own; how long it lives, in milliseconds;
 *   whether it may end by itself now, as one that starts without its database does
 * @returns its address, how often it was killed, and how to leave it in peace and to stop it
 */
export async function openMortalServer({ data, random, more = {}, lives = LIVES, mayEnd = () => false }) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  mkdirSync(data, { recursive: true });
  const log = openSync(join(data, 'server.log'), 'a');
  // Each customer comes from an address of their own, as behind a proxy.
  const own = { PORT: String(port), DATA_DIR: data, PUBLIC_URL: `http://localhost:${port}`, TRUSTED_PROXIES: '1' };
  const env = { ...process.env, ...own, LOG_LEVEL: 'error', NODE_ENV: 'development', ...more };
  let [child, kills, isMortal, lines] = [undefined, 0, true, new AbortController()];
  const start = () => {
    child = spawn(process.execPath, ['dist/index.js'], { env, stdio: ['ignore', log, 'inherit'] });
    child.gone = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  };
  const ready = async () => {
    const isReady = () =>
      fetch(`${base}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (isMortal && child.exitCode === null && !(await isReady())) await sleep(50);
  };
  start();
  process.on('exit', () => child.kill('SIGKILL'));
  const dying = (async () => {
    while (isMortal) {
      if (random() < IN_THE_START) await sleep(random() * START);
      else {
        await ready();
        const life = new AbortController();
        const lived = sleep(lives[0] + random() * (lives[1] - lives[0]), undefined, { signal: life.signal });
        await Promise.race([lived.catch(() => {}), child.gone]);
        life.abort();
      }
      if (!isMortal && child.exitCode === null) break;
      lines.abort();
      await sleep(random() * LAST_WORK);
      child.kill('SIGKILL');
      const { code } = await child.gone;
      if (code === null) kills++;
      else if (mayEnd()) await sleep(AGAIN);
      else throw new Error(`The server ended by itself, with ${code}`);
      lines = new AbortController();
      start();
    }
  })();
  return {
    base,
    kills: () => kills,
    dying,
    /** Aborted when all lines to this life of the server break. */
    lines: () => lines.signal,
    async leaveInPeace() {
      isMortal = false;
      await dying;
    },
    /** Its memory in MB; 0 between two lives. */
    memory() {
      try {
        return memoryOf(child.pid);
      } catch {
        return 0;
      }
    },
    /** @returns its exit code, after a gentle stop */
    async stop() {
      child.kill('SIGTERM');
      return (await child.gone).code;
    },
  };
}
