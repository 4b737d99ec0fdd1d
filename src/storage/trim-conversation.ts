import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.js';

/** What one conversation keeps at most; when there is more, the oldest goes. */
export interface Ceiling {
  readonly rows: number;
  /** Of the words alone, as they are stored. */
  readonly bytes: number;
}

/** A person who takes a case over reads a few dozen lines; the longest talks of real customers have some two hundred. */
export const TRANSCRIPT: Ceiling = { rows: 500, bytes: 256 * 1024 };
/** A customer scrolls back over what is here; cards are some kilobytes each. */
export const ACTIVITIES: Ceiling = { rows: 1000, bytes: 2 * 1024 * 1024 };

/** Stands where lines were: whoever takes a case over knows that there was more. */
export const LEFT_OUT = 'Earlier lines are left out: the conversation is longer than what is kept of it.';

/** How many times something is kept before it is looked at again: the sum over a conversation costs more than a line. */
export const LOOK_EVERY = 16;

interface Runs {
  readonly db: Kysely<Schema>;
  readonly run: (statement: Compilable) => Promise<unknown>;
}

/** Puts a note in the place of the lines that are too many. */
export async function trimTranscript({ db, run }: Runs, conversation: string, ceiling = TRANSCRIPT): Promise<void> {
  const last = lastBeyond(sql`id`, sql`text`, sql`transcript`, conversation, ceiling);
  await run(db.updateTable('transcript').set({ from: 'note', text: LEFT_OUT }).where('id', '=', last));
  const note = db
    .selectFrom('transcript')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('conversation', '=', conversation)
    .where('from', '=', 'note');
  await run(db.deleteFrom('transcript').where('conversation', '=', conversation).where('id', '<', note));
}

/** Forgets the activities that are too many. What still waits for its turn stays. */
export async function trimActivities({ db, run }: Runs, conversation: string, ceiling = ACTIVITIES): Promise<void> {
  const last = lastBeyond(sql`number`, sql`item`, sql`web_activities`, conversation, ceiling);
  await run(
    db
      .deleteFrom('web_activities')
      .where('conversation', '=', conversation)
      .where('number', '<=', last)
      .where('awaits_turn', '=', 0),
  );
}

/** The newest row that is beyond the ceiling, counted from the end; null when all fits. */
function lastBeyond(
  id: RawBuilder<unknown>,
  words: RawBuilder<unknown>,
  table: RawBuilder<unknown>,
  conversation: string,
  { rows, bytes }: Ceiling,
): RawBuilder<number> {
  return sql<number>`(select max(place) from (
    select ${id} as place, row_number() over latest as rows, sum(octet_length(${words})) over latest as bytes
    from ${table} where conversation = ${conversation} window latest as (order by ${id} desc)
  ) as counted where rows > ${rows} or bytes > ${bytes})`;
}
