const TIME = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
const DATE = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const DATE_AND_TIME = { ...DATE, ...TIME } as const;

/** "18:30 UTC", as the language writes it. Empty when `iso` is no time. */
export function clockTime(iso: string, language: string, timeZone: string): string {
  return written(iso, language, timeZone, TIME);
}

/** "22 novembre 2026", the day that it is in the zone, as the language writes it. Empty when `iso` is no time. */
export function dateOf(iso: string, language: string, timeZone: string): string {
  return written(iso, language, timeZone, DATE);
}

/** "22 novembre 2026 à 18:30 UTC", as the language writes it. Empty when `iso` is no time. */
export function dateAndTime(iso: string, language: string, timeZone: string): string {
  return written(iso, language, timeZone, DATE_AND_TIME);
}

function written(iso: string, language: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : formatOf(language, timeZone, options).format(time);
}

/** A zone comes from the customer's device: one that nobody knows is read as UTC. */
function formatOf(language: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  }
}

/** "mardi 24 novembre à 09:00", as the language writes it: a time that is near enough to do without its year. */
export function dayAndTime(iso: string, language: string, timeZone: string): string {
  const day = { weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
  return written(iso, language, timeZone, day);
}

/** "1 minute", "30 minutes", as the language writes it. */
export function minutesText(minutes: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes);
}

/** How long to wait: "45 seconds", from two minutes on in minutes; rounded up, at least one second. */
export function waitingTime(seconds: number, language: string): string {
  const whole = Math.max(1, Math.ceil(Number.isFinite(seconds) ? seconds : 60));
  const [count, unit] = whole < 120 ? [whole, 'second'] : [Math.ceil(whole / 60), 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
