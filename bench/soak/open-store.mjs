// Looks into what the server keeps, while it runs and afterwards: its file, or its database.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import pg from 'pg';

/** How long a database that restarts is waited for, in milliseconds. */
const LONGEST = 60_000;

/** @param data the folder of the server's state. @returns how to ask, and what `pragma integrity_check` says */
export function openFileStore(data) {
  const all = async (sql, ...values) => {
    const db = new Database(join(data, 'passerelle.db'), { timeout: 5000 });
    try {
      return db.prepare(sql).all(...values);
    } finally {
      db.close();
    }
  };
  return { all, integrity: async () => (await all('pragma integrity_check'))[0].integrity_check };
}

/** @param url of a PostgreSQL database. @returns the same; intact is where everything that is kept as JSON is JSON */
export function openServerStore(url) {
  const ask = async (text, values) => {
    const client = new pg.Client({ connectionString: url, types: { getTypeParser: typeParser } });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query(text, values)).rows;
    } finally {
      await client.end().catch(() => {});
    }
  };
  const all = async (sql, ...values) => {
    let place = 0;
    const text = sql.replaceAll('?', () => `$${++place}`);
    for (const until = performance.now() + LONGEST; ; )
      try {
        return await ask(text, values);
      } catch (error) {
        if (performance.now() > until) throw error;
        await sleep(500);
      }
  };
  return {
    all,
    async integrity() {
      const counts = await Promise.all(
        ['state', 'web_activities', 'cases', 'outbox'].map((table) =>
          all(`select count(*) as n from ${table} where item is not json`),
        ),
      );
      const broken = counts.reduce((sum, [{ n }]) => sum + n, 0);
      return broken === 0 ? 'ok' : `${broken} broken`;
    },
  };
}

/** Counts are bigint (20). */
const typeParser = (oid, format) => (oid === 20 ? Number : pg.types.getTypeParser(oid, format));
