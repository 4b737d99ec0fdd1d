import { setTimeout as sleep } from 'node:timers/promises';
import type { CompiledQuery, Kysely } from 'kysely';
import type pg from 'pg';
import { commitApart } from '../../src/storage/commit-apart';
import type { Commit } from '../../src/storage/commit-queue';
import { InDoubtError } from '../../src/storage/in-doubt-error';
import { openServing } from '../../src/storage/open-postgres';
import type { Schema } from '../../src/storage/schema';
import { sqlTurnLeases } from '../../src/storage/sql-turn-leases';
import { at, openRelay, portOf } from './open-relay';
import { newDatabase } from './open-shared-site';

let db: Kysely<Schema>;
let commit: Commit;
beforeAll(async () => {
  ({ db, commit } = await openServing(await newDatabase(), { connections: 4 }));
});
afterAll(() => db.destroy());

/** Long enough for a statement to wait for what somebody else holds. */
const aWhile = () => sleep(200);

test('turns are stored while the process keeps what it holds: neither waits for the other, whatever the order', async () => {
  const leases = sqlTurnLeases(db, 'one');
  for (const conversation of ['a', 'b']) expect(await leases.take(conversation)).toEqual({ kind: 'ours' });
  let renewing = Promise.resolve();
  await db.transaction().execute(async (turns) => {
    await turns.executeQuery(leases.proof('b').query);
    renewing = leases.renew(['a', 'b']);
    await Promise.race([renewing, aWhile()]);
    await turns.executeQuery(leases.proof('a').query);
  });
  await renewing;
});

test('what is held by a process that is gone is ended, and nobody waits for what is being ended already', async () => {
  const leases = sqlTurnLeases(db, 'one');
  await db
    .insertInto('turn_leases')
    .values(['c', 'd'].map((conversation) => ({ conversation, holder: 'gone', until: 1 })))
    .execute();
  let renewing = Promise.resolve();
  await db.transaction().execute(async (other) => {
    await other.deleteFrom('turn_leases').where('conversation', '=', 'd').execute();
    renewing = leases.renew([]);
    await Promise.race([renewing, aWhile()]);
    await other.deleteFrom('turn_leases').where('conversation', '=', 'c').execute();
  });
  await renewing;
  expect(await leases.take('c')).toEqual({ kind: 'ours' });
});

const line = (conversation: string, text: string) =>
  db.insertInto('transcript').values({ conversation, at: '2026-01-01T00:00:00.000Z', from: 'bot', text }).compile();
const said = async (conversation: string) =>
  (
    await db.selectFrom('transcript').select('text').where('conversation', '=', conversation).orderBy('id').execute()
  ).map(({ text }) => text);

test('what a turn writes is stored whole, in its order, or not at all: with a row too few, and with a fault in its middle', async () => {
  const leases = sqlTurnLeases(db, 'one');
  await leases.take('g');
  const lines = ['one', 'two', 'three'].map((text) => ({ query: line('g', text), rows: 1 }));
  await commit([leases.proof('g'), ...lines]);
  expect(await said('g')).toEqual(['one', 'two', 'three']);
  await leases.leave('g');
  await expect(commit([leases.proof('g'), ...lines])).rejects.toThrow('Another process has taken over');
  const taken = db.insertInto('cases').values({ reference: 'P-1', at: '', item: '{}' }).compile();
  const twice = [taken, line('g', 'four'), taken].map((query) => ({ query, rows: 1 }));
  await expect(commit(twice)).rejects.toThrow(/duplicate key/);
  expect(await said('g')).toEqual(['one', 'two', 'three']);
  // The connection serves the next turn.
  await Promise.all(Array.from({ length: 20 }, (_, i) => commit([{ query: line(`g${i}`, 'x'), rows: 1 }])));
  expect(await said('g19')).toEqual(['x']);
});

test('a turn that PostgreSQL breaks off for a deadlock is stored all the same', async () => {
  const row = (key: string) =>
    db
      .updateTable('state')
      .set({ item: `"${key}"` })
      .where('key', '=', key)
      .compile();
  await db
    .insertInto('state')
    .values(['x', 'y', 'z'].map((key) => ({ key, item: '{}', etag: '', saved_at: '' })))
    .execute();
  const unit = (...all: CompiledQuery[]) => commit(all.map((query) => ({ query, rows: 1 })));
  let storing: Promise<unknown> = Promise.resolve();
  await db.transaction().execute(async (other) => {
    await other.executeQuery(row('x'));
    // Together, as turns that end in one moment are.
    storing = Promise.all([unit(row('y'), row('x'), line('e', 'of the first')), unit(row('z'), line('f', 'other'))]);
    await aWhile();
    await other.executeQuery(row('y'));
  });
  await storing;
  expect([await said('e'), await said('f')]).toEqual([['of the first'], ['other']]);
});

describe('when the connection is lost while a turn is stored', () => {
  /** Passes everything on to the server, until a commit goes by once it is told to cut. */
  const openCut = async (url: string, isPassedOn: boolean) => {
    let isCutting = false;
    const way = await openRelay(
      () => portOf(url),
      (bytes, line) => {
        if (!isCutting || !bytes.includes('commit\0')) line.pass(bytes);
        else if (isPassedOn) {
          line.deafen();
          line.pass(bytes, () => setTimeout(line.end, 100));
        } else line.end();
      },
    );
    return {
      url: at(url, way.port),
      cut() {
        isCutting = true;
      },
      close: way.close,
    };
  };

  test.each([
    [true, 'stored', ['in time']],
    [false, 'failed', []],
  ] as const)(
    'it is known what came of it: the server had taken the commit (%j): %s',
    async (isPassedOn, came, kept) => {
      const way = await openCut(await newDatabase(), isPassedOn);
      const { db: over, commit: store } = await openServing(way.url, { connections: 2 });
      way.cut();
      const storing = store([{ query: line('k', 'in time'), rows: 1 }]);
      expect(
        await storing.then(
          () => 'stored',
          () => 'failed',
        ),
      ).toBe(came);
      const stored = await over.selectFrom('transcript').select('text').where('conversation', '=', 'k').execute();
      expect(stored.map(({ text }) => text)).toEqual(kept);
      await over.destroy();
      await way.close();
    },
  );

  test('while the server does not come back to say, it is neither stored nor failed', async () => {
    const lost = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    const client = {
      query: async (query: unknown) => {
        if (query === 'commit') throw lost;
        return { rows: [{ id: '7' }], rowCount: 1 };
      },
      release: () => {},
    };
    const gone = { connect: async () => client, query: async () => Promise.reject(new Error('connect ECONNREFUSED')) };
    let waits = 0;
    const store = commitApart(gone as unknown as pg.Pool, async () => void waits++);
    await expect(store([{ query: line('l', 'in doubt'), rows: 1 }])).rejects.toBeInstanceOf(InDoubtError);
    // Half a minute of a quarter of a second each.
    expect(waits).toBe(120);
  });
});
