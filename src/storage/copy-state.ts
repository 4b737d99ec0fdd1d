import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.js';
import { StorageError } from './storage-error.js';

/** Rows that go over in one transaction. */
const BATCH = 500;

/** What is kept: every table but those of a running process, of who is signed in and of the migrations. */
const TABLES = [
  'state',
  'transcript',
  'keys',
  'cases',
  'turns',
  'reports',
  'ratings',
  'web_conversations',
  'web_activities',
  'signing_keys',
  'conversation_references',
  'outbox',
  'destinations',
  'carry_codes',
  'audit',
] as const satisfies readonly (keyof Schema)[];

type Table = (typeof TABLES)[number];

/** How far the copy of one table has come. */
export interface Copied {
  readonly table: Table;
  readonly rows: number;
  /** How many were there already: of a copy that was broken off. */
  readonly before: number;
}

/**
 * Copies everything from the embedded file into the empty database of a server, in the order of the file's rows; broken off,
 * it goes on where it was. Each table is compared when it is done: how many rows, and what is in them.
 * @param onCopied told of each table
 * @throws StorageError when a table holds anything else; nothing of it is changed then
 */
export async function copyState(
  from: Kysely<Schema>,
  to: Kysely<Schema>,
  onCopied: (copied: Copied) => void,
): Promise<void> {
  for (const table of TABLES) {
    const before = await countRows(to, table);
    const there = await sumOf(rowsOf(to, table));
    const same = await sumOf(take(rowsOf(from, table), before));
    if (there.sum !== same.sum || there.rows !== same.rows)
      throw new StorageError(
        `The table ${table} of the database holds ${before} rows that the state file does not begin with. Copy into an empty database.`,
      );
    let batch: object[] = [];
    const put = async () => {
      const rows = batch;
      batch = [];
      // The rows are what the file's table of the same name holds.
      if (rows.length > 0)
        await to
          .insertInto(table)
          .values(rows as never)
          .execute();
    };
    for await (const row of drop(rowsOf(from, table), before)) {
      batch.push(row);
      if (batch.length === BATCH) await put();
    }
    await put();
    const [left, right] = [await sumOf(rowsOf(from, table)), await sumOf(rowsOf(to, table))];
    if (left.rows !== right.rows || left.sum !== right.sum)
      throw new StorageError(
        `The table ${table} differs after it was copied: ${left.rows} rows here, ${right.rows} there.`,
      );
    onCopied({ table, rows: left.rows, before });
  }
  for (const table of ['transcript', 'turns', 'outbox', 'audit'])
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select coalesce(max(id), 0) + 1 from ${sql.table(table)}), false)`.execute(
      to,
    );
}

async function countRows(db: Kysely<Schema>, table: Table): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  return rows[0]?.count ?? 0;
}

type Row = Readonly<Record<string, unknown>>;

/** In the order in which they were written, where the engine knows it. */
function rowsOf(db: Kysely<Schema>, table: Table): AsyncIterable<Row> {
  return db.selectFrom(table).selectAll().stream(BATCH);
}

/** A sum of what is in the rows that does not depend on their order: of their SHA-256, as numbers. */
async function sumOf(all: AsyncIterable<Row>): Promise<{ readonly rows: number; readonly sum: bigint }> {
  let [rows, sum] = [0, 0n];
  for await (const row of all) {
    const text = JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
    sum = (sum + BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)) % 2n ** 256n;
    rows++;
  }
  return { rows, sum };
}

async function* take(all: AsyncIterable<Row>, count: number): AsyncIterable<Row> {
  if (count === 0) return;
  let taken = 0;
  for await (const row of all) {
    yield row;
    if (++taken === count) return;
  }
}

async function* drop(all: AsyncIterable<Row>, count: number): AsyncIterable<Row> {
  let passed = 0;
  for await (const row of all) if (++passed > count) yield row;
}
