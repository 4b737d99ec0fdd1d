import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import pg from 'pg';
import { doublingPause } from '../outbox/doubling-pause.js';
import { connectionOf } from './open-postgres.js';
import type { Schema } from './schema.js';

/** What processes tell each other: no more than where to look. */
export interface Notice {
  /** Something new is in a conversation's log; a typing signal goes by; a look at an account is to stop. */
  readonly kind: 'wake' | 'flash' | 'stop';
  readonly conversation: string;
  /** Of a typing signal. */
  readonly item?: object;
}

/** A line to the other processes. What is told while it is down is not told: whoever listens looks anew when it is back. */
export interface Notices {
  tell(notice: Notice): void;
  /** @param heard called for what other processes tell; `onBack` when something may have been missed */
  listen(heard: (notice: Notice) => void, onBack: () => void): void;
  /** Whether others can be heard now. */
  isUp(): boolean;
  close(): Promise<void>;
}

interface NoticeDeps {
  /** A name that no other process has. */
  readonly self: string;
  /** Resolves after that many milliseconds; rejects when stopped. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly onFault: (why: string) => void;
}

const CHANNEL = 'passerelle';
/** PostgreSQL takes 8,000 bytes. */
const LONGEST = 7000;
const [FIRST_PAUSE, LONGEST_PAUSE] = [250, 10_000];

/** LISTEN and NOTIFY of PostgreSQL, on a connection of its own that is opened again when it is lost. */
export function openNotices(db: Kysely<Schema>, url: string, { self, wait, onFault }: NoticeDeps): Notices {
  const closing = new AbortController();
  let client: pg.Client | undefined;
  let told: Notice[] = [];

  const send = async () => {
    const texts = told.map(({ kind, conversation, item }) => JSON.stringify([self, kind, conversation, item]));
    told = [];
    const all = [...new Set(texts)].filter((text) => text.length < LONGEST);
    await sql`select pg_notify(${CHANNEL}, told) from unnest(${sql.val(all)}::text[]) as told`.execute(db);
  };

  const open = async (heard: (notice: Notice) => void): Promise<Promise<void>> => {
    const opened = new pg.Client(connectionOf(url));
    const lost = new Promise<void>((resolve) => {
      opened.on('error', (error) => onFault(error.message)).on('end', resolve);
    });
    opened.on('notification', ({ payload = '' }) => {
      const notice = readNotice(payload, self);
      if (notice) heard(notice);
    });
    try {
      await opened.connect();
      await opened.query(`listen ${CHANNEL}`);
    } catch (error) {
      opened.end().catch(() => undefined);
      throw error;
    }
    client = opened;
    return lost;
  };

  return {
    tell(notice) {
      told.push(notice);
      // What one round of the event loop has to tell goes in one statement.
      if (told.length === 1) setImmediate(() => void send().catch((error: unknown) => onFault(String(error))));
    },

    listen(heard, onBack) {
      const { signal } = closing;
      const stay = async () => {
        for (let tries = 1; !signal.aborted; tries++) {
          try {
            const lost = await open(heard);
            onBack();
            tries = 0;
            await lost;
          } catch (error) {
            onFault(error instanceof Error ? error.message : String(error));
          }
          client = undefined;
          await wait(doublingPause(Math.max(1, tries), FIRST_PAUSE, LONGEST_PAUSE), signal).catch(() => undefined);
        }
      };
      void stay();
    },

    isUp: () => client !== undefined,

    async close() {
      closing.abort();
      await client?.end().catch(() => undefined);
    },
  };
}

/** @returns nothing for what we told ourselves, and for what is no notice */
function readNotice(payload: string, self: string): Notice | undefined {
  try {
    const [from, kind, conversation, item] = JSON.parse(payload);
    return from === self ? undefined : { kind, conversation, item };
  } catch {
    return undefined;
  }
}
