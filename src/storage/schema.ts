import { type Generated, type Kysely, type RawBuilder, sql } from 'kysely';
import { engineOf } from './engine.js';

/** Every table; JSON is kept as text so that SQLite and PostgreSQL read alike. Times are ISO 8601, UTC. */
export interface Schema {
  state: { key: string; item: string; etag: string; saved_at: string };
  transcript: { id: Generated<number>; conversation: string; at: string; from: string; text: string };
  /** `item` is encrypted; see sealedKeyRing. */
  keys: { conversation: string; item: string; until: string };
  cases: { reference: string; at: string; item: string; conversation: string | null };
  /** Nulls in what came before there were outcomes, and where a turn has none of it; `findings` is JSON, `handled` what the team did about it. */
  turns: {
    id: Generated<number>;
    at: string;
    conversation: string;
    language: string;
    channel: string | null;
    route: string;
    outcome: string;
    text: string | null;
    verdict: string | null;
    intent: string | null;
    confidence: number | null;
    refusal: string | null;
    task: string | null;
    article: string | null;
    section: number | null;
    findings: string | null;
    latency_ms: number | null;
    handled: Generated<string | null>;
  };
  /** Who of the team is signed in; only the SHA-256 of a session's token is kept. */
  operator_sessions: { token_hash: string; name: string; role: string; expires_at: string };
  /** What the team did on its page. */
  audit: { id: Generated<number>; at: string; name: string; what: string; subject: string | null };
  /** Only the SHA-256 of a report's token is kept. */
  reports: { token_hash: string; expires_at: string; item: string; conversation: string | null };
  ratings: {
    at: string;
    conversation: string;
    article: string;
    language: string;
    helpful: number;
    reason: string | null;
  };
  /** `last_number`: the highest number that an activity of its has been given; numbers are given once. */
  web_conversations: {
    id: string;
    user: string;
    locale: string | null;
    used_at: string;
    last_number: Generated<number>;
  };
  /** `client_id` is the client's own name for what it posted; null for what the assistant says. */
  web_activities: {
    conversation: string;
    /** Rises within the conversation; what it is tells nothing of others. */
    number: number;
    client_id: string | null;
    awaits_turn: number;
    at: string;
    item: string;
  };
  signing_keys: { name: string; secret: string };
  /** How a conversation of a remote channel is reached when it has asked for nothing. */
  conversation_references: { conversation: string; item: string; saved_at: string };
  /**
   * `due_at` is the time of the next try; `state` is waiting, said or given-up. `key`, `destination` and `why` are those of a
   * case on its way to a destination.
   */
  outbox: {
    id: Generated<number>;
    conversation: string;
    kind: string;
    item: string;
    due_at: string;
    first_try_at: string | null;
    tries: number;
    state: string;
    key: string | null;
    destination: string | null;
    why: string | null;
  };
  /** What the last probe left at a destination, to be found by the next one. */
  destinations: { destination: string; remote: string };
  /** Only the SHA-256 of a code is kept. */
  carry_codes: { code_hash: string; expires_at: string; item: string; conversation: string | null };
  /** Which process holds the turn of a conversation; `until` in seconds since 1970, by the clock of the database. */
  turn_leases: { conversation: string; holder: string; until: number; is_reading: Generated<number> };
  /** On a server: when the bucket of a limit is full again, and how long it takes from nothing; seconds, by the clock of the database. */
  rate_levels: { name: string; full_at: number; fills_in: number };
  /** On a server: who serves from it, with which knowledge base since when; seconds since 1970, by the clock of the database. */
  processes: { process: string; name: string; knowledge: string; since: number; seen_at: number };
  /** On a server: the last unit of work that each connection has stored; seconds since 1970, by the clock of the database. */
  commit_marks: { connection: string; mark: string; at: number };
  /** Kysely's own: which versions of the tables the file has been through. */
  kysely_migration: { name: string; timestamp: string };
}

/** Proves that the database can be written: a write that leaves nothing behind. */
export async function proveWritable(db: Kysely<Schema>): Promise<void> {
  await sql`insert into state (key, item, etag, saved_at) values ('probe', '{}', '', '') on conflict (key) do nothing`.execute(
    db,
  );
  await db.deleteFrom('state').where('key', '=', 'probe').execute();
}

/** How many rows of a table are looked through at once: some milliseconds' work, and no turn waits longer. */
const BATCH = 100;

/**
 * Deletes what is older than the time given (ISO 8601), a few rows at a time; cases stay, a person works on them.
 * @param pause lets turns go by between two batches
 */
export async function forgetBefore(
  db: Kysely<Schema>,
  time: string,
  pause: () => Promise<unknown> = async () => {},
): Promise<void> {
  const old = (table: keyof Schema, isOld: RawBuilder<boolean>) => deleteInBatches(db, table, isOld, pause);
  await old('state', sql`saved_at < ${time}`);
  await old('transcript', sql`at < ${time}`);
  await old('turns', sql`at < ${time}`);
  await old('audit', sql`at < ${time}`);
  await old('ratings', sql`at < ${time}`);
  await old('web_activities', sql`at < ${time}`);
  await old('web_conversations', sql`used_at < ${time}`);
  await old('outbox', sql`state != 'waiting' and due_at < ${time}`);
  // What is still to be said must still find its way.
  await old(
    'conversation_references',
    sql`saved_at < ${time} and conversation not in (select conversation from outbox where state = 'waiting')`,
  );
  await old('carry_codes', sql`expires_at < ${time}`);
}

/**
 * Deletes rows of a table of PostgreSQL by where they lie. What a turn is writing now is not old; to wait for it with others in
 * hand could end in a deadlock.
 * @param which what comes behind `where`
 * @returns how many there were
 */
async function deleteUnheld(db: Kysely<Schema>, table: keyof Schema, which: RawBuilder<unknown>): Promise<bigint> {
  const of = sql.table(table);
  const deleted = await sql`delete from ${of} where ctid = any(array(
    select ctid from ${of} where ${which} for update skip locked))`.execute(db);
  return deleted.numAffectedRows ?? 0n;
}

/** Tables of PostgreSQL with an index over when their rows were written. */
const AGED = new Set<keyof Schema>(['transcript', 'turns', 'ratings', 'web_activities']);
/** How much of another one is looked through at once, in blocks of 8 kB. */
const BLOCKS = 32;

/** Goes through a table of PostgreSQL once, block after block: an index would have to be changed with every turn. */
async function deleteInBlocks(
  db: Kysely<Schema>,
  table: keyof Schema,
  isOld: RawBuilder<boolean>,
  pause: () => Promise<unknown>,
): Promise<void> {
  const size = sql<{
    blocks: number;
  }>`select pg_relation_size(${sql.lit(table)}::regclass) / current_setting('block_size')::int as blocks`;
  const blocks = (await size.execute(db)).rows[0]?.blocks ?? 0;
  for (let from = 0; from < blocks; from += BLOCKS) {
    const [first, next] = [`(${from},0)`, `(${from + BLOCKS},0)`];
    await deleteUnheld(db, table, sql`ctid >= ${first}::tid and ctid < ${next}::tid and ${isOld}`);
    await pause();
  }
}

/** Goes through a table in the order of its rows, so that no index has to be kept for this alone. */
async function deleteInBatches(
  db: Kysely<Schema>,
  table: keyof Schema,
  isOld: RawBuilder<boolean>,
  pause: () => Promise<unknown>,
): Promise<void> {
  if (engineOf(db) === 'postgres') {
    if (!AGED.has(table)) return deleteInBlocks(db, table, isOld, pause);
    while ((await deleteUnheld(db, table, sql`${isOld} limit ${sql.lit(BATCH)}`)) === BigInt(BATCH)) await pause();
    return;
  }
  const of = sql.table(table);
  let from = Number.MIN_SAFE_INTEGER;
  while (true) {
    const window = sql<{ last: number | null }>`select max(rowid) as last from
      (select rowid from ${of} where rowid > ${from} order by rowid limit ${sql.lit(BATCH)})`;
    const last = (await window.execute(db)).rows[0]?.last;
    if (last === null || last === undefined) return;
    await sql`delete from ${of} where rowid > ${from} and rowid <= ${last} and ${isOld}`.execute(db);
    from = last;
    await pause();
  }
}
