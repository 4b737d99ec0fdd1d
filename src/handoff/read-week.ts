import type { WorkingTime } from './business-hours.js';

export type ReadWeek =
  | { readonly kind: 'read'; readonly week: readonly (readonly WorkingTime[])[] }
  /** `day`: 0 is Monday. */
  | { readonly kind: 'invalid'; readonly day: number; readonly why: string };

const SPAN = /^([01]?\d|2[0-4]):([0-5]\d)\s*[-–]\s*([01]?\d|2[0-4]):([0-5]\d)$/;
const MIDNIGHT = 24 * 60;

/** Reads the working times of each day from Monday on: `09:00-12:30, 13:30-18:00`; nothing, or an empty text: a day off. */
export function readWeek(days: readonly (string | undefined)[]): ReadWeek {
  const week: WorkingTime[][] = [];
  for (const [day, text = ''] of days.entries()) {
    const times: WorkingTime[] = [];
    for (const part of text.split(',').filter((each) => each.trim() !== '')) {
      const [, h1, m1, h2, m2] = SPAN.exec(part.trim()) ?? [];
      const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)];
      const before = times.at(-1)?.to ?? 0;
      if (!(from >= before && to > from && to <= MIDNIGHT))
        return { kind: 'invalid', day, why: 'times in their order expected, e.g. 09:00-12:30, 13:30-18:00' };
      times.push({ from, to });
    }
    week.push(times);
  }
  if (week.every((times) => times.length === 0)) return { kind: 'invalid', day: 0, why: 'nobody works on any day' };
  return { kind: 'read', week };
}
