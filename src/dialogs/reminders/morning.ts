/** The hour at which a reminder comes, where the customer is. */
const HOUR = 9;

/** Midday in UTC of the day that it is in a zone. */
export function dayIn(zone: string, now: Date): Date {
  const { year, month, day } = localTime(now, zone);
  return new Date(Date.UTC(year, month - 1, day, 12));
}

/** Nine o'clock in the morning so many days on, where the customer is: across a change of the clocks, too. */
export function morningIn(zone: string, now: Date, days: number): Date {
  const day = dayIn(zone, now);
  const wished = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days, HOUR);
  // The zone's distance from UTC is that of the wished time itself, which the second look knows.
  const near = wished - distance(new Date(wished), zone);
  return new Date(wished - distance(new Date(near), zone));
}

/** Whether the platform knows a zone of this name. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function distance(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = localTime(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - at.getTime();
}

function localTime(at: Date, zone: string) {
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}
