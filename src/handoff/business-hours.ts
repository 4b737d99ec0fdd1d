import { DateTime } from 'luxon';

/** When the team works. */
export interface BusinessHours {
  /** IANA name: `Europe/Paris`. */
  readonly timeZone: string;
  /** Minutes since midnight, by weekday from Monday (0) to Sunday (6); no two of a day overlap, in order. */
  readonly week: readonly (readonly WorkingTime[])[];
  /** Days on which nobody works: `2026-12-25`; `12-25` for every year. */
  readonly holidays: readonly string[];
  /** Within how much working time a case is answered, in minutes. */
  readonly answerWithinMinutes: number;
}

/** From when to when the team works, in minutes since midnight. */
export interface WorkingTime {
  readonly from: number;
  readonly to: number;
}

/** A team that works at no time within a year has settings that are wrong. */
const MOST_DAYS = 366;

/**
 * By when a case is answered that comes in now: so much working time later, across nights, weekends, holidays and
 * changes of the clocks. Nothing when the team never works.
 */
export function answerBy(
  now: Date,
  { timeZone, week, holidays, answerWithinMinutes }: BusinessHours,
): Date | undefined {
  let left = answerWithinMinutes * 60_000;
  const start = DateTime.fromJSDate(now, { zone: timeZone });
  for (let days = 0; days <= MOST_DAYS; days++) {
    const day = start.startOf('day').plus({ days });
    if (isHoliday(day, holidays)) continue;
    for (const { from, to } of week[day.weekday - 1] ?? []) {
      const begin = Math.max(at(day, from), now.getTime());
      const end = at(day, to);
      if (end <= begin) continue;
      if (left <= end - begin) return new Date(begin + left);
      left -= end - begin;
    }
  }
  return undefined;
}

/** The clock on the wall counts: 09:00 is 09:00 on the day on which the clocks change, too. */
function at(day: DateTime, minutes: number): number {
  if (minutes === 24 * 60) return day.plus({ days: 1 }).toMillis();
  return day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis();
}

function isHoliday(day: DateTime, holidays: readonly string[]): boolean {
  const iso = day.toISODate() ?? '';
  return holidays.includes(iso) || holidays.includes(iso.slice(5));
}
