import type { Period } from '../insights/insights.js';

const DAY = 24 * 60 * 60 * 1000;
/** Periods that are offered, in days; the first is shown unless another is asked for. */
export const SPANS = [28, 7, 90] as const;

/** The last so many days, today included (UTC); and how many. */
export function periodOf(query: URLSearchParams, now: Date): Period & { readonly days: number } {
  const days = SPANS.find((span) => String(span) === query.get('days')) ?? SPANS[0];
  const tomorrow = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`) + DAY;
  return { from: new Date(tomorrow - days * DAY).toISOString(), to: new Date(tomorrow).toISOString(), days };
}
