import { CompiledQuery, type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Gathered } from './commit-queue.js';
import type { Schema } from './schema.js';

/** How long a turn is held without being renewed, in seconds: so long a conversation waits for a process that died. */
const HELD_SECONDS = 15;

/** A post on the website, by its place in its conversation. */
export interface PlacedPost {
  readonly conversation: string;
  readonly number: number;
}

export type Taken =
  | { readonly kind: 'ours' }
  /** Another process's turn goes on in this conversation; perhaps it looks at an account. */
  | { readonly kind: 'held'; readonly isReading: boolean }
  /** Something that was posted earlier still waits for its turn. */
  | { readonly kind: 'too-early' }
  /** Another process has answered this post. */
  | { readonly kind: 'answered' };

/** Which process may answer in a conversation: turns of one conversation come one after the other whoever takes them. */
export interface TurnLeases {
  take(conversation: string, post?: PlacedPost): Promise<Taken>;
  leave(conversation: string): Promise<void>;
  /** Goes with what the turn writes: a process that was held up for too long, and has lost the turn, stores nothing. */
  proof(conversation: string): Gathered;
  /** Tells the other processes whether an account is being looked at in it. */
  setReading(conversation: string, isReading: boolean): Promise<void>;
  /** Keeps what is held, and ends what a process that died has held; to be called several times in {@link HELD_SECONDS}. */
  renew(conversations: readonly string[]): Promise<void>;
}

/** By the clock of the database: those of the processes may differ. */
const NOW = sql<number>`extract(epoch from clock_timestamp())`;
const UNTIL = sql<number>`extract(epoch from clock_timestamp()) + ${sql.lit(HELD_SECONDS)}`;

/**
 * Those that nobody is changing: whose turn is just being stored is prolonged by that. To wait for one of many with the
 * others in hand is how two transactions come to wait for each other.
 */
const free = (rows: ExpressionBuilder<Schema, 'turn_leases'>) =>
  rows.selectFrom('turn_leases').select('conversation').forUpdate().skipLocked();

/**
 * Leases in a table of PostgreSQL. An advisory lock would need a connection a turn (docs/decisions/0014).
 * @param holder a name that no other process has
 */
export function sqlTurnLeases(db: Kysely<Schema>, holder: string): TurnLeases {
  const mine = (conversation: string) =>
    db.updateTable('turn_leases').where('conversation', '=', conversation).where('holder', '=', holder);
  return {
    async take(conversation, post) {
      const first = sql<number | null>`(select min(number) from web_activities
        where conversation = ${post?.conversation ?? ''} and awaits_turn = 1)`;
      const isNext = post ? sql<boolean>`(select number from earliest) = ${post.number}` : sql<boolean>`true`;
      const { rows } = await sql<{ taken: number; first: number | null; reading: number | null }>`
        with earliest as (select ${first} as number),
        taken as (
          insert into turn_leases (conversation, holder, until)
          select ${conversation}, ${holder}, ${UNTIL} where ${isNext}
          on conflict (conversation) do update set holder = excluded.holder, until = excluded.until, is_reading = 0
          where turn_leases.holder = excluded.holder or turn_leases.until < ${NOW}
          returning 1)
        select (select count(*) from taken) as taken, (select number from earliest) as first,
          (select is_reading from turn_leases where conversation = ${conversation}) as reading`.execute(db);
      const [found] = rows;
      if (found?.taken === 1) return { kind: 'ours' };
      if (post && (found?.first == null || found.first > post.number)) return { kind: 'answered' };
      if (found?.reading != null) return { kind: 'held', isReading: found.reading === 1 };
      return { kind: 'too-early' };
    },

    async leave(conversation) {
      await db
        .deleteFrom('turn_leases')
        .where('conversation', '=', conversation)
        .where('holder', '=', holder)
        .execute();
    },

    proof: (conversation) => ({
      query: CompiledQuery.raw(
        `update turn_leases set until = extract(epoch from clock_timestamp()) + ${HELD_SECONDS} where conversation = $1 and holder = $2`,
        [conversation, holder],
      ),
      rows: 1,
      otherwise: 'Another process has taken over the turn of this conversation',
    }),

    async setReading(conversation, isReading) {
      await mine(conversation)
        .set({ is_reading: isReading ? 1 : 0 })
        .execute();
    },

    async renew(conversations) {
      if (conversations.length > 0)
        await db
          .updateTable('turn_leases')
          .set({ until: UNTIL })
          .where('conversation', 'in', (rows) =>
            free(rows).where('holder', '=', holder).where('conversation', 'in', conversations),
          )
          .execute();
      await db
        .deleteFrom('turn_leases')
        .where('conversation', 'in', (rows) => free(rows).where('until', '<', NOW))
        .execute();
    },
  };
}
