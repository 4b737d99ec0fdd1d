// The tables of a store beside the server that uses them.
import { join } from 'node:path';
import Database from 'libsql';
import pg from 'pg';

/** Whether a conversation of this name is left anywhere that is forgotten. */
const LEFT = (name) =>
  ['state', 'transcript', 'turns', 'web_conversations', 'web_activities']
    .map((table) => `exists (select 1 from ${table} where ${columnOf(table)} like '%${name}-%' limit 1)`)
    .join(' or ');
const columnOf = (table) => ({ state: 'key', web_conversations: 'id' })[table] ?? 'conversation';

export function openFileTables(data) {
  const db = new Database(join(data, 'passerelle.db'), { timeout: 60_000 });
  const parameters = (sql) => sql.replaceAll(/\$(\d+)/g, '?$1');
  return {
    run: async (sql, values = []) => void db.prepare(parameters(sql)).run(...values),
    rows: async (sql) => db.prepare(sql).all(),
    settle: async () => void db.exec('analyze; pragma wal_checkpoint(truncate)'),
    has: async (name) => db.prepare(`select ${LEFT(name)} as has`).get().has === 1,
    close: async () => db.close(),
  };
}

export async function openServerTables(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    run: async (sql, values = []) => void (await client.query(sql, values)),
    rows: async (sql) => (await client.query(sql)).rows,
    settle: async () => {
      await client.query('vacuum analyze');
      await client.query('checkpoint');
    },
    has: async (name) => (await client.query(`select ${LEFT(name)} as has`)).rows[0].has,
    close: () => client.end(),
  };
}
