import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openPostgres } from '../../src/storage/open-postgres';
import { startPostgres, type TestPostgres } from '../../tools/postgres.cjs';
import { fromBot, type Said, type Site, type Token } from '../channels/web/open-site';
import { at, openRelay, portOf } from './open-relay';
import { openSharedSites } from './open-shared-site';

const MOST_CONNECTIONS = 12;
let postgres: TestPostgres;
let standby: TestPostgres | undefined;
/** The address of the database, behind which another server may come to stand. */
let address: Awaited<ReturnType<typeof openRelay>>;
let behind: string;
let site: Site;
beforeAll(async () => {
  const settings = {
    ...{ fsync: 'off', max_connections: MOST_CONNECTIONS },
    ...{ superuser_reserved_connections: 0, reserved_connections: 0, autovacuum: 'off' },
  };
  postgres = await startPostgres({ settings });
  behind = postgres.url;
  address = await openRelay(() => portOf(behind));
  [site] = (await openSharedSites(1, at(postgres.url, address.port), { config: { databaseConnections: 4 } })) as [Site];
});
afterAll(async () => {
  await site.server.stop();
  await address.close();
  await postgres.stop();
  await standby?.stop();
});

/** A customer in the middle of the steps of a guide. */
async function begin() {
  const token: Token = await site.token();
  const path = `/v3/directline/conversations/${token.conversationId}/activities`;
  const post = (value: object) =>
    site.call(path, { token: token.token, body: { type: 'message', text: 'x', value: { passerelle: value } } });
  const until = (isEnough: (said: readonly Said[]) => boolean) =>
    site.until(token, (all) => isEnough(fromBot(all))).then(fromBot);
  await site.call('/v3/directline/conversations', { token: token.token, body: { locale: 'en' } });
  await until((said) => said.length >= 1);
  await post({ kind: 'steps', article: 'triggers', step: 1 });
  await until((said) => said.length >= 2);
  /** Clicks until it is taken. @returns how often it was refused */
  const next = async () => {
    for (let tries = 0; ; tries++) {
      const { status } = await post({ kind: 'next' });
      if (status === 200) return tries;
      expect(status).toBe(503);
      if (tries === 200) throw new Error('It is never taken');
      await sleep(100);
    }
  };
  return { post, next, until };
}
const isReady = async () => (await site.call('/readyz')).status === 200;
async function ready() {
  for (let tries = 0; !(await isReady()) && tries < 200; tries++) await sleep(100);
}
const steps = (said: readonly Said[]) =>
  said.flatMap((each) => /Step (\d) of/.exec(JSON.stringify(each))?.[1] ?? []).map(Number);

async function asAdmin<Value>(run: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

test('others take all connections: customers are told to come again, and all goes on when there is one', async () => {
  const { post, next, until } = await begin();
  const taken: pg.Client[] = [];
  const take = async () => {
    const client = new pg.Client({ connectionString: postgres.url });
    client.on('error', () => {});
    await client.connect();
    taken.push(client);
  };
  // Ours are taken away again and again, until others have had them all.
  await take();
  while (taken.length < MOST_CONNECTIONS) {
    await taken[0]?.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'passerelle'",
    );
    await take().catch(() => sleep(10));
  }
  const refused = await post({ kind: 'next' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, expect.any(String)]);
  expect(await isReady()).toBe(false);
  await Promise.all(taken.map((client) => client.end()));
  await next();
  expect(steps(await until((said) => said.length >= 3))).toEqual([1, 2]);
  await ready();
  expect(await isReady()).toBe(true);
});

test('the disk of the server is full: nothing is half stored, and all goes on when there is room', async () => {
  const { post, next, until } = await begin();
  // A full disk of one's own takes the rights of root; this is what the server then says, to whoever writes there.
  await asAdmin((client) =>
    client.query(`create function full_disk() returns trigger as $$ begin
      raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$ language plpgsql;
      create trigger full_disk before insert or update on state execute function full_disk();`),
  );
  // It is acknowledged, as the table of what is posted has room; its turn apologises, or waits.
  const { status } = await post({ kind: 'next' });
  expect([200, 503]).toContain(status);
  expect(await isReady()).toBe(false);
  await asAdmin((client) => client.query('drop function full_disk cascade'));
  await ready();
  expect(await isReady()).toBe(true);
  await next();
  const said = steps(await until((all) => steps(all).includes(2)));
  expect(said.slice(0, 2)).toEqual([1, 2]);
});

test('a replica that must have every change is slow: nothing is acknowledged before it has, and all goes on then', async () => {
  const { post, until } = await begin();
  const waitFor = (replica: string) =>
    asAdmin(async (client) => {
      await client.query(`alter system set synchronous_standby_names = '${replica}'`);
      await client.query('select pg_reload_conf()');
      await sleep(500);
    });
  await waitFor('far_away');
  const posted = post({ kind: 'next' });
  const first = await Promise.race([posted.then(() => 'acknowledged'), sleep(2000, 'waiting')]);
  await waitFor('');
  expect(first).toBe('waiting');
  expect((await posted).status).toBe(200);
  expect(steps(await until((said) => said.length >= 3))).toEqual([1, 2]);
  await ready();
  expect(await isReady()).toBe(true);
});

test('another server takes the address of one that has died: conversations go on where they were', async () => {
  const { post, next, until } = await begin();
  await next();
  await until((said) => said.length >= 3);
  await postgres.halt('SIGKILL');
  expect((await post({ kind: 'next' })).status).toBe(503);
  expect(await isReady()).toBe(false);
  standby = await postgres.takeOver();
  behind = standby.url;
  await next();
  expect(steps(await until((said) => said.length >= 4))).toEqual([1, 2, 3]);
  await ready();
  expect(await isReady()).toBe(true);
  // Limits begin anew there, and are counted.
  await site.app.shared?.exchangeLimits();
});

test('while a newer version has changed the tables, this one serves to the end; a new start of it is refused with the reason', async () => {
  const { next, until } = await begin();
  const url = at(postgres.url, address.port);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // What an update may do while the version before it serves: add tables, columns and indexes.
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  for (const { name } of rows.filter((row) => !row.name.startsWith('kysely')))
    await client.query(`alter table ${name} add column later text`);
  await client.query('create table later (id text primary key)');
  await client.query('create index later_at on turns (conversation, at)');
  await client.query("insert into kysely_migration (name, timestamp) values ('9999-later', 'x')");
  await client.end();
  await next();
  await next();
  expect(steps(await until((said) => said.length >= 4))).toEqual([1, 2, 3]);
  expect(await isReady()).toBe(true);
  await expect(openPostgres(url, { connections: 1 })).rejects.toThrow(
    /newer version of Passerelle \(it has 9999-later/,
  );
});
