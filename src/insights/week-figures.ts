import { DAY, midnightOf } from './days.js';
import type { QuestionGroup } from './group-questions.js';
import type { ArticleUse, DayCount, Insights, Period } from './insights.js';
import { countsOf, type Outcome } from './logbook.js';

/** A week of the logbook, in figures. */
export interface WeekFigures extends Period {
  readonly questions: number;
  /** Beside each other, never added up. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly languages: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<string, number>>;
  /** The same of the week before. */
  readonly before: { readonly questions: number; readonly outcomes: Readonly<Record<Outcome, number>> };
  /** What was asked most often and not answered, and still is not dealt with, of all that is kept. */
  readonly unanswered: readonly { readonly text: string; readonly language: string; readonly times: number }[];
  /** Articles whose answers did not help, or ended with a person. */
  readonly failing: readonly Pick<ArticleUse, 'article' | 'language' | 'outcomes' | 'unhelpful'>[];
}

const MOST_GROUPS = 10;
const MOST_ARTICLES = 5;

/** The last whole week, Monday to Sunday (UTC). */
export function weekBefore(now: Date): Period {
  const monday = midnightOf(now.toISOString()) - ((now.getUTCDay() + 6) % 7) * DAY;
  return { from: new Date(monday - 7 * DAY).toISOString(), to: new Date(monday).toISOString() };
}

/** @param groups the unanswered questions, largest group first */
export async function weekFigures(
  insights: Pick<Insights, 'days' | 'articles'>,
  groups: readonly QuestionGroup[],
  week: Period,
): Promise<WeekFigures> {
  const earlier = { from: new Date(Date.parse(week.from) - 7 * DAY).toISOString(), to: week.from };
  const [now, before] = [questionsOf(await insights.days(week)), questionsOf(await insights.days(earlier))];
  const articles = (await insights.articles(week)).filter((use) => failuresOf(use) > 0);
  return {
    ...week,
    ...totals(now),
    languages: sums(now, ({ language }) => language),
    channels: sums(now, ({ channel }) => channel),
    before: totals(before),
    unanswered: groups.slice(0, MOST_GROUPS).map(({ text, language, ids }) => ({ text, language, times: ids.length })),
    failing: articles
      .sort((a, b) => failuresOf(b) - failuresOf(a))
      .slice(0, MOST_ARTICLES)
      .map(({ article, language, outcomes, unhelpful }) => ({ article, language, outcomes, unhelpful })),
  };
}

/** How often an article did not help, or ended with a person. */
export const failuresOf = ({ outcomes, unhelpful }: Pick<ArticleUse, 'outcomes' | 'unhelpful'>): number =>
  outcomes.failed + outcomes['handed-off'] + unhelpful;

const questionsOf = ({ counts }: { readonly counts: readonly DayCount[] }) =>
  counts.filter(({ isQuestion }) => isQuestion);

function totals(counts: readonly DayCount[]) {
  const by = sums(counts, ({ outcome }) => outcome);
  const outcomes = countsOf((outcome) => by[outcome] ?? 0);
  return { questions: counts.reduce((all, { turns }) => all + turns, 0), outcomes };
}

function sums(counts: readonly DayCount[], keyOf: (count: DayCount) => string): Readonly<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const count of counts) all[keyOf(count)] = (all[keyOf(count)] ?? 0) + count.turns;
  return all;
}
