import { startPostgres } from '../../tools/postgres.cjs';

/** For the suites of the storage: a server that tests make databases in. */
export default async function start() {
  globalThis.testPostgres = await startPostgres({ settings: { fsync: 'off', max_connections: 200 } });
  process.env.TEST_POSTGRES = globalThis.testPostgres.url;
}
