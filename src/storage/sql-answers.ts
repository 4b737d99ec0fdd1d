import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Case } from '../handoff/case.js';
import { readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { sqlOutbox } from './sql-outbox.js';
import { SHAPES } from './stored-shapes.js';

export type Answered =
  | { readonly kind: 'queued'; readonly handedOver: Case }
  | { readonly kind: 'unknown' }
  /** What is kept of the case is not what a case is. */
  | { readonly kind: 'unreadable'; readonly why: string }
  /** Nothing tells how to reach the conversation that the case came from. */
  | { readonly kind: 'unreachable'; readonly handedOver: Case }
  /** So many answers wait for this conversation already. */
  | { readonly kind: 'full'; readonly waiting: number };

/** Answers that wait for one conversation: more is a script gone wild, or a server that does not run. */
const MOST_WAITING = 20;

/** Puts the team's answer to a case into the outbox, and notes it in the case. */
export async function answerCase(
  db: Kysely<Schema>,
  now: () => Date,
  reference: string,
  text: string,
): Promise<Answered> {
  return db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('cases').select('item').where('reference', '=', reference).executeTakeFirst();
    if (!row) return { kind: 'unknown' };
    let why = '';
    const handedOver = readItem<Case>(row.item, SHAPES.cases, 'cases', (_table, fault) => {
      why = fault;
    });
    if (!handedOver) return { kind: 'unreadable', why };
    if (!(await isReachable(trx, handedOver.conversation))) return { kind: 'unreachable', handedOver };
    const { waiting } = await trx
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .where('state', '=', 'waiting')
      .where('kind', '=', 'answer')
      .where('conversation', '=', handedOver.conversation)
      .executeTakeFirstOrThrow();
    if (waiting >= MOST_WAITING) return { kind: 'full', waiting };
    await sqlOutbox(trx, now).put(handedOver.conversation, { kind: 'answer', reference, text }, now());
    const answers = [...(handedOver.answers ?? []), { at: now().toISOString(), text }];
    const item = JSON.stringify({ ...handedOver, answers });
    await trx.updateTable('cases').set({ item }).where('reference', '=', reference).execute();
    return { kind: 'queued', handedOver };
  });
}

const ANSWER = z.looseObject({ reference: z.string() });

/** References of cases with an answer that has not reached the customer: on its way, or given up. */
export async function undelivered(db: Kysely<Schema>): Promise<ReadonlyMap<string, 'waiting' | 'given-up'>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['item', 'state'])
    .where('kind', '=', 'answer')
    .where('state', '!=', 'said')
    .orderBy('id')
    .execute();
  return new Map(
    rows.flatMap(({ item, state }) => {
      const read = readItem<{ reference: string }>(item, ANSWER, 'outbox', () => {});
      return read ? [[read.reference, state === 'waiting' ? 'waiting' : 'given-up']] : [];
    }),
  );
}

/** A chat on the website is kept here; one of another channel must have told its address. */
async function isReachable(db: Kysely<Schema>, conversation: string): Promise<boolean> {
  const [channel, id = ''] = conversation.split('|');
  const reference = await db
    .selectFrom('conversation_references')
    .select('conversation')
    .where('conversation', '=', conversation)
    .executeTakeFirst();
  if (reference || channel !== 'directline') return reference !== undefined;
  const web = await db.selectFrom('web_conversations').select('id').where('id', '=', id).executeTakeFirst();
  return web !== undefined;
}
