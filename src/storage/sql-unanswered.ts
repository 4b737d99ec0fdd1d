import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Insights, Unanswered } from '../insights/insights.js';
import { REFUSALS } from '../insights/logbook.js';
import { type Engine, engineOf } from './engine.js';
import type { Schema } from './schema.js';

/** Ids in one statement: an engine takes 32,000 values or more. */
const MOST_IDS = 5000;

const QUESTION = ['id', 'at', 'language', 'channel', 'text', 'refusal', 'task', 'intent', 'confidence'] as const;
type QuestionRow = Pick<Schema['turns'], Exclude<(typeof QUESTION)[number], 'id'>> & { readonly id: number };

/** A row as JSON: its cells in the order of QUESTION. */
type Cells = readonly [
  id: number,
  at: string,
  language: string,
  channel: string | null,
  text: string | null,
  refusal: string | null,
  task: string | null,
  intent: string | null,
  confidence: number | null,
];

/** A cell of all rows as one JSON array in the order of their ids; the server's driver has parsed it already. */
function inOneValue<Item>(engine: Engine, cell: RawBuilder<unknown>): RawBuilder<string | readonly Item[] | null> {
  const list = sql.raw(engine === 'postgres' ? 'json_agg' : 'json_group_array');
  return sql`${list}(${cell} order by id)`;
}

function cellsOf(engine: Engine): RawBuilder<unknown> {
  const list = sql.raw(engine === 'postgres' ? 'json_build_array' : 'json_array');
  return sql`${list}(${sql.join(QUESTION.map((column) => sql.ref(column)))})`;
}

const readJson = <Item>(all: string | readonly Item[] | null): readonly Item[] =>
  (typeof all === 'string' ? JSON.parse(all) : all) ?? [];

type UnansweredQuestions = Pick<
  Insights,
  'unansweredState' | 'unansweredIds' | 'unanswered' | 'questions' | 'handle' | 'unhandle'
>;

/**
 * Questions that nobody could answer, as operators go through them: read in slices, set aside, and brought back.
 * @param pause lets turns go by between two slices
 */
export function sqlUnanswered(db: Kysely<Schema>, pause: () => Promise<unknown>): UnansweredQuestions {
  const unanswered = db.selectFrom('turns').where(isUnanswered);
  return {
    async unansweredState() {
      const { count, last } = await unanswered
        .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('id').as('last')])
        .executeTakeFirstOrThrow();
      return { count: Number(count), last: Number(last ?? 0) };
    },

    async unansweredIds() {
      const some = unanswered.select('id').as('some');
      const { all } = await db
        .selectFrom(some)
        .select(inOneValue<number>(engineOf(db), sql.ref('id')).as('all'))
        .executeTakeFirstOrThrow();
      return readJson(all);
    },

    async unanswered(after, most) {
      const some = unanswered.select(QUESTION).where('id', '>', after).orderBy('id').limit(most).as('some');
      // In one value: of hundreds of thousands of rows most of the time would go into their cells.
      const { all } = await db
        .selectFrom(some)
        .select(inOneValue<Cells>(engineOf(db), cellsOf(engineOf(db))).as('all'))
        .executeTakeFirstOrThrow();
      return readJson(all).map(([id, at, language, channel, text, refusal, task, intent, confidence]) =>
        questionOf({ id, at, language, channel, text, refusal, task, intent, confidence }),
      );
    },

    async questions(ids) {
      const rows: QuestionRow[] = [];
      for (const some of slices(ids))
        rows.push(
          ...(await db
            .selectFrom('turns')
            .select(QUESTION)
            .where('id', 'in', some)
            .where('text', 'is not', null)
            .orderBy('id')
            .execute()),
        );
      return rows.map(questionOf);
    },

    async handle(ids, how) {
      for (const some of slices(ids)) {
        await db
          .updateTable('turns')
          .set({ handled: how })
          .where('id', 'in', some)
          .where('handled', 'is', null)
          .execute();
        await pause();
      }
    },

    async unhandle(ids) {
      for (const some of slices(ids)) {
        await db.updateTable('turns').set({ handled: null }).where('id', 'in', some).execute();
        await pause();
      }
    },
  };
}

/** As the index `turns_unanswered` has them. */
function isUnanswered(eb: ExpressionBuilder<Schema, 'turns'>) {
  return eb.and([
    eb('outcome', '=', sql.lit('failed')),
    eb('handled', 'is', null),
    eb('text', 'is not', null),
    eb('verdict', 'in', ['unknown', 'nearest']),
  ]);
}

const questionOf = ({
  id,
  at,
  language,
  text,
  channel,
  refusal,
  task,
  intent,
  confidence,
}: QuestionRow): Unanswered => ({
  id: Number(id),
  at,
  language,
  text: text ?? '',
  channel: channel ?? undefined,
  refusal: REFUSALS.find((each) => each === refusal),
  task: task ?? undefined,
  intent: intent ?? undefined,
  confidence: confidence ?? 0,
});

function* slices(ids: readonly number[]): Iterable<readonly number[]> {
  for (let from = 0; from < ids.length; from += MOST_IDS) yield ids.slice(from, from + MOST_IDS);
}
