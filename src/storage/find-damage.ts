import type Database from 'libsql';

/** Up to this size a file is looked through whole, in bytes: some two milliseconds per megabyte (measured). */
const SMALL = 64 * 1024 * 1024;
/** Of larger ones: rows of each table, evenly spread from the oldest to the newest. */
const SAMPLES = 32;

interface Part {
  readonly type: 'table' | 'index';
  readonly name: string;
  readonly table: string;
  readonly root: number;
  readonly sql: string | null;
}

/**
 * Whether an open state file is damaged where a look shows it that takes a fraction of a second however large the file
 * is: all of a small one; of a large one the first page of each table and index, and rows from all over each table.
 * @returns why, as SQLite says it; nothing when it looks well
 */
export function findDamage(database: Database.Database): string | undefined {
  try {
    const { size } = one<{ size: number }>(
      database,
      'select page_count * page_size as size from pragma_page_count, pragma_page_size',
    );
    if (size <= SMALL) {
      const { said } = one<{ said: string }>(database, 'select quick_check as said from pragma_quick_check(1)');
      return said === 'ok' ? undefined : said.replace(/\s+/g, ' ');
    }
    for (const part of partsOf(database)) sample(database, part);
    return undefined;
  } catch (error) {
    if (isDamage(error)) return error instanceof Error ? error.message : String(error);
    throw error;
  }
}

/** Whether it is the file itself that is broken. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(String(Reflect.get(Object(error), 'code')));
}

/** Where the first page of each table and index is, in bytes. */
export function rootsOf(database: Database.Database): readonly number[] {
  const { size } = one<{ size: number }>(database, 'select page_size as size from pragma_page_size');
  return partsOf(database).map(({ root }) => (root - 1) * size);
}

function partsOf(database: Database.Database): readonly Part[] {
  return rows<Part>(
    database,
    'select type, name, tbl_name as "table", rootpage as root, sql from sqlite_schema where rootpage > 0',
  );
}

function sample(database: Database.Database, { type, name, table, sql }: Part): void {
  if (type === 'index') {
    // One over some of the rows alone serves no question about all of them.
    if (sql === null || !/\swhere\s/i.test(sql)) {
      const [column] = rows<{ column: string }>(database, `select name as "column" from pragma_index_info('${name}')`);
      if (!column) return;
      const by = `"${column.column}"`;
      for (const way of ['asc', 'desc'])
        rows(database, `select ${by} from "${table}" indexed by "${name}" order by ${by} ${way} limit ${SAMPLES}`);
    }
    return;
  }
  if (sql !== null && /without\s+rowid\s*$/i.test(sql)) {
    rows(database, `select * from "${name}" limit ${SAMPLES}`);
    return;
  }
  const { from, to } = one<{ from: number | null; to: number | null }>(
    database,
    `select (select min(rowid) from "${name}") as "from", (select max(rowid) from "${name}") as "to"`,
  );
  if (from === null || to === null) return;
  const statement = database.prepare(`select * from "${name}" where rowid >= ? order by rowid limit 1`);
  for (let i = 0; i < SAMPLES; i++) statement.all(from + Math.floor(((to - from) * i) / (SAMPLES - 1)));
}

function one<Row>(database: Database.Database, sql: string): Row {
  const [row] = rows<Row>(database, sql);
  if (row === undefined) throw new Error(`Nothing comes of ${sql}`);
  return row;
}

const rows = <Row>(database: Database.Database, sql: string) => database.prepare(sql).all() as Row[];
