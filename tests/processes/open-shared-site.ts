import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Config } from '../../src/bot/config';
import type { Log } from '../../src/bot/log';
import { WEB_LIMITS, type WebLimits } from '../../src/bot/website/open-website';
import type { World } from '../../src/bot/world';
import { freePort } from '../../src/commands/free-port';
import { openPostgres } from '../../src/storage/open-postgres';
import { openSite, type Site } from '../channels/web/open-site';

const plenty = { burst: 10_000_000, perSecond: 10_000_000 };
// What is tried is how processes share, not the limits.
const limits = { ...WEB_LIMITS, ...Object.fromEntries(Object.keys(WEB_LIMITS).map((limit) => [limit, plenty])) };

/** @returns the address of a new, empty database on the tests' own server */
export async function newDatabase(): Promise<string> {
  const server = process.env.TEST_POSTGRES ?? '';
  const admin = await openPostgres(server, { connections: 1 });
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await sql.raw(`create database ${name}`).execute(admin);
  await admin.destroy();
  return server.replace(/\/postgres$/, `/${name}`);
}

interface SharedOptions {
  readonly world?: Partial<World>;
  readonly config?: Partial<Config>;
  /** Those that are tried; of all others there is plenty. */
  readonly limits?: Partial<WebLimits>;
  readonly log?: Log;
}

/** Servers that share one database, each with a memory of its own as if it were a process of its own. */
export async function openSharedSites(
  count: number,
  databaseUrl: string,
  { world = {}, config: changes = {}, limits: tried = {}, log }: SharedOptions = {},
): Promise<readonly Site[]> {
  const config = { databaseUrl, keySecret: randomBytes(32), ...changes };
  const real: Partial<World> = { now: () => new Date(), ...world };
  // At once, as a deployment starts them.
  return Promise.all(
    Array.from({ length: count }, async () => {
      const port = await freePort();
      // The practice account is reached through it.
      return openSite(
        { ...config, publicUrl: `http://localhost:${port}` },
        { limits: { ...limits, ...tried }, world: real, port, ...(log ? { log } : {}) },
      );
    }),
  );
}
