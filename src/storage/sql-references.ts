import type { Kysely } from 'kysely';
import { type OnUnread, readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { SHAPES } from './stored-shapes.js';
import { atOnce } from './unit-of-work.js';

/** How conversations of remote channels are reached when they have asked for nothing, by `channel|conversation`. */
export interface References<Reference> {
  keep(conversation: string, reference: Reference): Promise<void>;
  find(conversation: string): Promise<Reference | undefined>;
  /** The conversations of Teams whose reference names this team. */
  ofTeam(team: string): Promise<readonly string[]>;
}

/**
 * Where conversations are continued from outside of a turn: the newest reference of each.
 * @param write at once, or with all else that a turn writes
 * @param onUnread told of each row that is not understood, and left out
 */
export function sqlReferences<Reference>(
  db: Kysely<Schema>,
  now: () => Date,
  write = atOnce(db),
  onUnread: OnUnread = () => {},
): References<Reference> {
  return {
    async keep(conversation, reference) {
      const row = { conversation, item: JSON.stringify(reference), saved_at: now().toISOString() };
      const insert = db.insertInto('conversation_references').values(row);
      await write(insert.onConflict((conflict) => conflict.column('conversation').doUpdateSet(row)));
    },

    async find(conversation) {
      const row = await db
        .selectFrom('conversation_references')
        .select('item')
        .where('conversation', '=', conversation)
        .executeTakeFirst();
      return row && readItem<Reference>(row.item, SHAPES.conversation_references, 'conversation_references', onUnread);
    },

    async ofTeam(team) {
      const rows = await db
        .selectFrom('conversation_references')
        .select(['conversation', 'item'])
        .where('conversation', 'like', 'msteams|19:%')
        .execute();
      return rows.flatMap(({ conversation, item }) => {
        const kept = readItem<{ team?: unknown }>(
          item,
          SHAPES.conversation_references,
          'conversation_references',
          onUnread,
        );
        return kept?.team === team ? [conversation] : [];
      });
    },
  };
}
