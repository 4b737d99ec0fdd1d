import type { Kysely } from 'kysely';
import { openCommitQueue } from '../../src/storage/commit-queue';
import type { Schema } from '../../src/storage/schema';
import { atOnce, openUnitOfWork, type Write } from '../../src/storage/unit-of-work';

/** A store as it is opened for one test. */
export interface Opened<Store> {
  readonly store: Store;
  readonly db: Kysely<Schema>;
  /** What the store has written is stored from here on. */
  endTurn(): Promise<void>;
  /** Sets the clock that the store looks at: milliseconds since 1970. */
  setTime(time: number): void;
}

export type Open<Store> = (time: number) => Promise<Opened<Store>>;

/** A store that writes at once, and the same store as a turn has it: a port behaves the same in both. */
export function waysToWrite<Store>(
  openDatabase: () => Promise<Kysely<Schema>>,
  make: (db: Kysely<Schema>, now: () => Date, write: Write) => Store,
): readonly (readonly [way: string, open: Open<Store>])[] {
  const opener =
    (begin: (db: Kysely<Schema>) => { readonly write: Write; readonly commit: () => Promise<void> }): Open<Store> =>
    async (start) => {
      const db = await openDatabase();
      let time = start;
      const { write, commit } = begin(db);
      const setTime = (next: number) => {
        time = next;
      };
      return { store: make(db, () => new Date(time), write), db, endTurn: commit, setTime };
    };
  return [
    ['by itself', opener((db) => ({ write: atOnce(db), commit: async () => {} }))],
    ['with a turn', opener((db) => openUnitOfWork(openCommitQueue(db)))],
  ];
}
