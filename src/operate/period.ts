import { DAY, midnightOf } from '../insights/days.js';
import type { Period } from '../insights/insights.js';

/** Periods that are offered, in days; the first is shown unless another is asked for. */
export const SPANS = [28, 7, 90] as const;

/** The last so many days, today included (UTC); and how many. */
export function periodOf(query: URLSearchParams, now: Date): Period & { readonly days: number } {
  const days = SPANS.find((span) => String(span) === query.get('days')) ?? SPANS[0];
  const tomorrow = midnightOf(now.toISOString()) + DAY;
  return { from: new Date(tomorrow - days * DAY).toISOString(), to: new Date(tomorrow).toISOString(), days };
}
