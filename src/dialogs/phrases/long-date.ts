const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-22` as the language writes it out. */
export function longDate(day: string, language: string): string {
  // A format is costly to make and never changes.
  const format = formats.get(language) ?? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(language, format);
  return format.format(new Date(`${day}T00:00:00Z`));
}
