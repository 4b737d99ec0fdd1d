import { type Kysely, sql } from 'kysely';
import { doublingPause } from '../outbox/doubling-pause.js';
import type { Schema } from './schema.js';

/** The pause before another try doubles from one to the other, in milliseconds. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [1000, 60_000];
/** After so many tries (a minute) somebody is told: whoever reads takes long. */
const TRIES_UNTIL_TOLD = 6;
/** How long a statement waits for another process, in milliseconds. */
export const BUSY_TIMEOUT = 2000;

/** Empties the log of the state file (SQLite's write-ahead log). */
export interface LogEmptier {
  /**
   * Moves what the log holds into the file and empties the log: what was deleted is then in neither. While another
   * process reads it cannot be emptied, and is tried again until it is.
   * @returns whether it is empty now
   */
  empty(): Promise<boolean>;
}

interface EmptierNeeds {
  /** Resolves after that many milliseconds; rejects when nothing is to be tried any more. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Told once when it lasts, and not again before it has been emptied. */
  readonly onLasting: (why: string) => void;
}

/** An emptier that goes on by itself while the log cannot be emptied, with longer pauses, and says so once when it lasts. */
export function logEmptier(db: Kysely<Schema>, { pause, onLasting }: EmptierNeeds): LogEmptier {
  let isTrying = false;
  const again = async () => {
    let why: string | undefined;
    for (let tries = 1; ; tries++) {
      await pause(doublingPause(tries, FIRST_PAUSE, LONGEST_PAUSE));
      why = await whyKept(db);
      if (why === undefined) return;
      if (tries === TRIES_UNTIL_TOLD) onLasting(why);
    }
  };
  return {
    async empty() {
      if ((await whyKept(db)) === undefined) return true;
      if (!isTrying) {
        isTrying = true;
        // Broken off by a stop: the next start empties it.
        void again()
          .catch(() => undefined)
          .finally(() => {
            isTrying = false;
          });
      }
      return false;
    },
  };
}

/** Tries it once. @returns why it could not be done; nothing when the log is empty */
async function whyKept(db: Kysely<Schema>): Promise<string | undefined> {
  try {
    return await db.connection().execute(async (one) => {
      // Waiting would keep everybody waiting: libsql works synchronously.
      await sql`pragma busy_timeout = 0`.execute(one);
      try {
        const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(one);
        return rows[0]?.busy === 0 ? undefined : 'another process reads the state file';
      } finally {
        await sql`pragma busy_timeout = ${sql.lit(BUSY_TIMEOUT)}`.execute(one);
      }
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
