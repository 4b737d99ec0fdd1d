import type { Kysely } from 'kysely';
import { z } from 'zod';
import { LOCAL_CHANNEL } from '../channels/web/local-channel.js';
import type { Case, CaseAnswer } from '../handoff/case.js';
import type { CaseEvent } from '../handoff/destination.js';
import { engineOf } from './engine.js';
import { readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { putHandoffs, sqlHandoffs } from './sql-handoffs.js';
import { sqlOutbox } from './sql-outbox.js';
import { SHAPES } from './stored-shapes.js';
import { atOnce } from './unit-of-work.js';

export type Answered =
  | { readonly kind: 'queued'; readonly handedOver: Case }
  /** It has come before: it is not said again. */
  | { readonly kind: 'known'; readonly handedOver: Case }
  | { readonly kind: 'unknown' }
  /** What is kept of the case is not what a case is. */
  | { readonly kind: 'unreadable'; readonly why: string }
  /** Nothing tells how to reach the conversation that the case came from. */
  | { readonly kind: 'unreachable'; readonly handedOver: Case }
  /** So many answers wait for this conversation already. */
  | { readonly kind: 'full'; readonly waiting: number };

/** Answers that wait for one conversation: more is a script gone wild, or a server that does not run. */
const MOST_WAITING = 20;

/**
 * Puts the team's answer to a case into the outbox, notes it in the case, and tells the destinations of the case, so that
 * nobody answers it a second time.
 * @param from by which way it came, and its name there
 */
export async function answerCase(
  db: Kysely<Schema>,
  now: () => Date,
  reference: string,
  text: string,
  from: Pick<CaseAnswer, 'via' | 'id' | 'by'> = {},
): Promise<Answered> {
  return db.transaction().execute(async (trx) => {
    const found = await findCase(trx, reference);
    if (found.kind !== 'found') return found;
    const { handedOver } = found;
    const before = handedOver.answers ?? [];
    if (from.id !== undefined && before.some(({ id }) => id === from.id)) return { kind: 'known', handedOver };
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
    const answers = [...before, { at: now().toISOString(), text, ...from }];
    const changed = { ...handedOver, answers };
    await keepCase(trx, now, changed, 'answered', answers.length);
    return { kind: 'queued', handedOver: changed };
  });
}

export type Changed =
  | { readonly kind: 'changed'; readonly handedOver: Case }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Notes who of the team takes care of a case; whoever comes second changes nothing and sees who it is. */
export function claimCase(db: Kysely<Schema>, now: () => Date, reference: string, by: string): Promise<Changed> {
  return changeCase(db, now, reference, 'claimed', (handedOver) =>
    handedOver.claimed ? handedOver : { ...handedOver, claimed: { at: now().toISOString(), by } },
  );
}

/** Notes that the team is done with a case. */
export function closeCase(db: Kysely<Schema>, now: () => Date, reference: string): Promise<Changed> {
  return changeCase(db, now, reference, 'closed', (handedOver) =>
    handedOver.closedAt ? handedOver : { ...handedOver, closedAt: now().toISOString() },
  );
}

function changeCase(
  db: Kysely<Schema>,
  now: () => Date,
  reference: string,
  event: CaseEvent,
  change: (handedOver: Case) => Case,
): Promise<Changed> {
  return db.transaction().execute(async (trx) => {
    const found = await findCase(trx, reference);
    if (found.kind !== 'found') return found;
    const changed = change(found.handedOver);
    if (changed !== found.handedOver) await keepCase(trx, now, changed, event);
    return { kind: 'changed', handedOver: changed };
  });
}

async function findCase(db: Kysely<Schema>, reference: string) {
  const read = db.selectFrom('cases').select('item').where('reference', '=', reference);
  // Of two who change one case at once, the second sees what the first has made of it. SQLite lets one in at a time.
  const row = await (engineOf(db) === 'postgres' ? read.forUpdate() : read).executeTakeFirst();
  if (!row) return { kind: 'unknown' } as const;
  let why = '';
  const handedOver = readItem<Case>(row.item, SHAPES.cases, 'cases', (_table, fault) => {
    why = fault;
  });
  return handedOver ? ({ kind: 'found', handedOver } as const) : ({ kind: 'unreadable', why } as const);
}

/** Stores a case that has changed, and tells wherever it was opened. */
async function keepCase(db: Kysely<Schema>, now: () => Date, changed: Case, event: CaseEvent, count = 1) {
  const { reference } = changed;
  await db
    .updateTable('cases')
    .set({ item: JSON.stringify(changed) })
    .where('reference', '=', reference)
    .execute();
  const opened = (await sqlHandoffs(db, now).of(reference)).filter((one) => one.event === 'opened');
  const destinations = opened.map(({ destination }) => destination);
  await putHandoffs(db, atOnce(db), changed, destinations, event, now().toISOString(), count);
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
  if (reference || channel !== LOCAL_CHANNEL) return reference !== undefined;
  const web = await db.selectFrom('web_conversations').select('id').where('id', '=', id).executeTakeFirst();
  return web !== undefined;
}
