/** Conversations that are written with one statement a row of the recorded one. */
const BATCH = 10_000;
/** Columns that tell when, as ISO 8601. */
const TIMES = new Set(['at', 'saved_at', 'used_at', 'due_at', 'expires_at']);

/**
 * Writes copies of recorded conversations, as many of each kind as its share says, evenly spread over a time.
 * @param {{ name: string, count: number, from: number, to: number }} wanted times in milliseconds since 1970
 */
export async function fill(tables, kinds, { name, count, from, to }) {
  for (const { id, share, rows } of kinds) {
    const all = Math.round(count * share);
    for (let first = 0; first < all; first += BATCH) {
      const last = Math.min(first + BATCH, all) - 1;
      const at = new Date(from + ((to - from) * first) / all).toISOString();
      await tables.run('begin');
      for (const [table, recorded] of rows)
        for (const row of recorded) await tables.run(...copyOf(table, row, { id, name, first, last, at }));
      await tables.run('commit');
    }
  }
  await tables.settle();
}

function copyOf(table, row, { id, name, first, last, at }) {
  const values = [first, last, id, `${name}-${id}-`];
  // Rows are numbered anew; what is null is so without a word.
  const isCopied = (column) => row[column] !== null && !(column === 'id' && typeof row.id === 'number');
  const columns = Object.keys(row).filter(isCopied);
  const cells = columns.map((column) => {
    const value = row[column];
    values.push(TIMES.has(column) ? at : value);
    const place = `$${values.length}`;
    const isText = typeof value === 'string' && !TIMES.has(column);
    if (isText) return `replace(cast(${place} as text), cast($3 as text), cast($4 as text) || i)`;
    return typeof value === 'number'
      ? `cast(${place} as ${Number.isInteger(value) ? 'integer' : 'double precision'})`
      : `cast(${place} as text)`;
  });
  // PostgreSQL wants every parameter used.
  const sql = `with recursive numbers (i) as (select cast($1 as integer) union all select i + 1 from numbers where i < cast($2 as integer))
    insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')})
    select ${cells.join(', ')} from numbers where cast($3 as text) <> cast($4 as text)`;
  return [sql, values];
}
