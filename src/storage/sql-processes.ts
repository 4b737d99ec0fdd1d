import { type Kysely, sql } from 'kysely';
import { DATABASE_TIME as NOW } from './database-time.js';
import type { Schema } from './schema.js';

/** A process that serves from this database beside us. */
export interface OtherProcess {
  /** The machine and the process's number on it. */
  readonly name: string;
  /** A hash of the knowledge base that it answers from. */
  readonly knowledge: string;
  /** For how long it and we have both had what we have, in seconds. */
  readonly seconds: number;
}

/** The processes that serve from one database, and the knowledge base of each. */
export interface Processes {
  /** Says that we are there, and with which knowledge base. @returns the others that are there */
  beat(knowledge: string): Promise<readonly OtherProcess[]>;
}

/** Who has not been seen for so long is gone, in seconds. */
const GONE_AFTER = 45;

/** Nobody asks any more what became of a commit that was so long ago, in seconds. */
const MARKED_FOR = 3600;

/** @param self a name that no other process has; `name` is what people call it */
export function sqlProcesses(
  db: Kysely<Schema>,
  { self, name }: { readonly self: string; readonly name: string },
): Processes {
  return {
    async beat(knowledge) {
      const { rows } = await sql<OtherProcess>`
        with ours as (
          insert into processes (process, name, knowledge, since, seen_at) values (${self}, ${name}, ${knowledge}, ${NOW}, ${NOW})
          on conflict (process) do update set knowledge = excluded.knowledge, seen_at = excluded.seen_at,
            since = case when processes.knowledge = excluded.knowledge then processes.since else excluded.since end
          returning since),
        gone as (delete from processes where seen_at < ${NOW} - ${sql.lit(GONE_AFTER)} and process <> ${self}),
        marks as (delete from commit_marks where at < ${NOW} - ${sql.lit(MARKED_FOR)})
        select name, knowledge, ${NOW} - greatest(since, (select since from ours)) as seconds from processes
        where process <> ${self} and seen_at >= ${NOW} - ${sql.lit(GONE_AFTER)} order by name`.execute(db);
      return rows;
    },
  };
}
