import { type Kysely, sql } from 'kysely';
import { daysOf } from '../insights/days.js';
import type { ArticleUse, DayCount, Insights, LatencyCount, Period } from '../insights/insights.js';
import { countsOf, OUTCOMES, type Outcome } from '../insights/logbook.js';
import { type OnUnread, readItem } from './read-item.js';
import type { Schema } from './schema.js';
import { sqlUnanswered } from './sql-unanswered.js';
import { SHAPES } from './stored-shapes.js';

/** Bounds in milliseconds between which latencies are counted. */
const BOUNDS = [50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/**
 * The logbook as operators read it. A period is read day by day: no statement holds up the process for long.
 * @param pause lets turns go by between two days
 */
export function sqlInsights(
  db: Kysely<Schema>,
  pause: () => Promise<unknown> = async () => {},
  onUnread: OnUnread = () => {},
): Insights {
  return {
    ...sqlUnanswered(db, pause),

    async days(period) {
      const counts: DayCount[] = [];
      const latencies: LatencyCount[] = [];
      for (const [day, of] of daysOf(period)) {
        const rows = await within(db, of)
          .select(['language', 'channel', 'outcome', boundOf.as('bound')])
          .select(asked.as('asked'))
          .select(({ fn }) => fn.countAll<number>().as('turns'))
          .groupBy(['language', 'channel', 'outcome', 'asked', 'bound'])
          .execute();
        for (const { language, channel, outcome, asked, bound, turns } of rows) {
          const common = { day, turns: Number(turns) };
          counts.push({
            ...common,
            language,
            channel: channel ?? '',
            outcome: readOutcome(outcome),
            isQuestion: Number(asked) === 1,
          });
          if (bound !== null) latencies.push({ ...common, atMost: BOUNDS[Number(bound)] ?? Number.POSITIVE_INFINITY });
        }
        await pause();
      }
      return { counts, latencies };
    },

    async articles(period) {
      const uses = new Map<string, ArticleUse>();
      const change = (article: string, language: string, make: (before: ArticleUse) => ArticleUse) => {
        const key = `${language} ${article}`;
        uses.set(key, make(uses.get(key) ?? { article, language, shown: 0, outcomes: NONE, helpful: 0, unhelpful: 0 }));
      };
      for (const [, of] of daysOf(period)) {
        const rows = await within(db, of)
          .select(['article', 'language', 'outcome'])
          .select(asked.as('asked'))
          .select(({ fn }) => fn.countAll<number>().as('turns'))
          .where('article', 'is not', null)
          .where('route', 'in', ['answer', 'section', 'nearest'])
          .groupBy(['article', 'language', 'outcome', 'asked'])
          .execute();
        for (const { article, language, outcome, asked, turns } of rows)
          change(article ?? '', language, (before) => {
            const came = readOutcome(outcome);
            const shown = before.shown + Number(turns);
            if (Number(asked) === 0) return { ...before, shown };
            return {
              ...before,
              shown,
              outcomes: { ...before.outcomes, [came]: before.outcomes[came] + Number(turns) },
            };
          });
        await pause();
      }
      const rated = await db
        .selectFrom('ratings')
        .select(['article', 'language', 'helpful'])
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('at', '>=', period.from)
        .where('at', '<', period.to)
        .groupBy(['article', 'language', 'helpful'])
        .execute();
      for (const { article, language, helpful, count } of rated)
        change(article, language, (before) =>
          helpful ? { ...before, helpful: Number(count) } : { ...before, unhelpful: Number(count) },
        );
      return [...uses.values()].sort((a, b) => b.shown - a.shown || (a.article < b.article ? -1 : 1));
    },

    async findings(period) {
      const counts = new Map<string, { check: string; kind: string; looks: number }>();
      for (const [, of] of daysOf(period)) {
        const rows = await within(db, of)
          .select('findings')
          .select(({ fn }) => fn.countAll<number>().as('looks'))
          .where('findings', 'is not', null)
          .groupBy('findings')
          .execute();
        for (const { findings, looks } of rows) {
          const read = readItem<Record<string, string>>(findings ?? '', SHAPES.findings, 'turns', onUnread) ?? {};
          for (const [check, kind] of Object.entries(read)) {
            const key = `${check} ${kind}`;
            counts.set(key, { check, kind, looks: (counts.get(key)?.looks ?? 0) + Number(looks) });
          }
        }
        await pause();
      }
      return [...counts.values()].sort((a, b) => (a.check + a.kind < b.check + b.kind ? -1 : 1));
    },

    async unhelpful({ from, to }, most) {
      const rows = await db
        .selectFrom('ratings')
        .select(['at', 'article', 'language', 'reason'])
        .where('helpful', '=', 0)
        .where('at', '>=', from)
        .where('at', '<', to)
        .orderBy('at', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ reason, ...row }) => ({ ...row, reason: reason ?? undefined }));
    },
  };
}

const asked = sql<number>`case when text is null then 0 else 1 end`;

const boundOf = sql<number | null>`case when latency_ms is null then null ${sql.join(
  BOUNDS.map((bound, at) => sql`when latency_ms <= ${sql.lit(bound)} then ${sql.lit(at)}`),
  sql` `,
)} else ${sql.lit(BOUNDS.length)} end`;

const within = (db: Kysely<Schema>, { from, to }: Period) =>
  db.selectFrom('turns').where('at', '>=', from).where('at', '<', to);

const NONE = countsOf(() => 0);

const readOutcome = (written: string): Outcome => OUTCOMES.find((outcome) => outcome === written) ?? 'silent';
