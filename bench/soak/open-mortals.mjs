// What the soak kills: one server with its file, or several on one PostgreSQL behind a proxy, with the database restarted too.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgresTools from '../../tools/postgres.cjs';
import { freePort } from '../built-server.mjs';
import { openProxy } from '../load/open-servers.mjs';
import { openFileStore, openServerStore } from './open-store.mjs';
import { openMortalServer } from './server.mjs';

/** How long one of several lives, in seconds for each of them: one is killed every 20 seconds. */
const [SOONEST, LATEST] = [15_000, 25_000];
/** For so long after it is back, servers may end that have started without it, in milliseconds. */
const NOTICED = 15_000;
/** Between two restarts of the database, in milliseconds. */
const RESTART = 120_000;

/** One server, and its file. */
export async function openMortal({ data, random }) {
  const server = await openMortalServer({ data, random });
  return {
    ...server,
    store: openFileStore(data),
    restarts: () => 0,
    stop: async () => [await server.stop()],
    end: async () => {},
  };
}

/**
 * Several servers on one database.
 * @returns what one is, and how often the database was restarted (in turn as an operator does it, and as a crash does)
 */
export async function openMortals({ count, data, random }) {
  const postgres = await postgresTools.startPostgres({ settings: { max_connections: 200 } });
  process.on('exit', () => postgres.halt('SIGKILL'));
  const url = await postgres.database('soak');
  const front = await freePort();
  const more = {
    ...{ DATABASE_URL: url, KEY_SECRET: randomBytes(32).toString('base64') },
    PUBLIC_URL: `http://localhost:${front}`,
  };
  let [restarts, isMortal, isAway] = [0, true, false];
  const servers = [];
  for (let i = 0; i < count; i++)
    servers.push(
      await openMortalServer({
        ...{ data: join(data, String(i)), random, more },
        lives: [SOONEST * count, LATEST * count],
        mayEnd: () => isAway,
      }),
    );
  const proxy = await openProxy(
    front,
    servers.map(({ base }) => Number(new URL(base).port)),
  );
  const stopping = new AbortController();
  const restarting = (async () => {
    for (;;) {
      await sleep(RESTART, undefined, { signal: stopping.signal }).catch(() => {});
      if (!isMortal) return;
      isAway = true;
      await postgres.halt(restarts % 2 === 0 ? 'SIGINT' : 'SIGKILL');
      await postgres.start();
      restarts++;
      // Whoever began to start without it says so a little later.
      setTimeout(() => {
        isAway = false;
      }, NOTICED);
    }
  })();
  const sum = (name) => servers.reduce((total, server) => total + server[name](), 0);
  return {
    base: `http://127.0.0.1:${front}`,
    store: openServerStore(url),
    kills: () => sum('kills'),
    restarts: () => restarts,
    /** Of whichever lives. */
    lines: () => AbortSignal.any(servers.map(({ lines }) => lines())),
    memory: () => sum('memory'),
    async leaveInPeace() {
      isMortal = false;
      stopping.abort();
      await Promise.all([restarting, ...servers.map((server) => server.leaveInPeace())]);
    },
    stop: () => Promise.all(servers.map((server) => server.stop())),
    async end() {
      await proxy.stop();
      await postgres.stop();
    },
  };
}
