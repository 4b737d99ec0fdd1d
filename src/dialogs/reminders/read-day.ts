import { foldText } from '../../knowledge/understanding/text/fold-text.js';

const LANGUAGES = ['fr', 'en', 'de', 'es'];
const DAY_MS = 24 * 60 * 60 * 1000;

/** Small numbers as words, in our languages, at their place. */
const NUMBERS = [
  [],
  ['un', 'une', 'one', 'a', 'ein', 'eine', 'einem', 'einer', 'uno', 'una'],
  ['deux', 'two', 'zwei', 'dos'],
  ['trois', 'three', 'drei', 'tres'],
  ['quatre', 'four', 'vier', 'cuatro'],
  ['cinq', 'five', 'funf', 'cinco'],
  ['six', 'sechs', 'seis'],
  ['sept', 'seven', 'sieben', 'siete'],
  ['huit', 'eight', 'acht', 'ocho'],
  ['neuf', 'nine', 'neun', 'nueve'],
  ['dix', 'ten', 'zehn', 'diez'],
];
const COUNTED = new RegExp(
  `(?<!\\p{L})(?<count>\\d{1,3}|${NUMBERS.flat().join('|')}) (?:(?<days>jours?|days?|tage?n?|dias?)|(?<weeks>semaines?|weeks?|wochen?|semanas?))(?!\\p{L})`,
  'u',
);
const AFTER_TOMORROW = /apres[ -]demain|day after tomorrow|ubermorgen|uebermorgen|pasado manana/;
const TOMORROW = /(?<!\p{L})(?:demain|tomorrow|tmrw|morgen|manana)(?!\p{L})/u;
const NEXT_WEEK =
  /(?:la )?semaine prochaine|next week|nachste[rn]? woche|naechste[rn]? woche|kommende woche|(?:la )?proxima semana|semana que viene/;

/**
 * In how many days something is wanted, from words as people type them in any of our languages: "demain", "in 3 days",
 * "nächste Woche", "el lunes". Nothing when the words name no day.
 * @param today the customer's, any hour of it in UTC
 */
export function readDay(typed: string, today: Date): number | undefined {
  const text = foldText(typed).replace(/\s+/g, ' ');
  if (AFTER_TOMORROW.test(text)) return 2;
  const { count, weeks } = COUNTED.exec(text)?.groups ?? {};
  if (count !== undefined) return numberOf(count) * (weeks === undefined ? 1 : 7);
  if (NEXT_WEEK.test(text)) return 7;
  if (TOMORROW.test(text)) return 1;
  weekdays ??= weekdaysOf();
  const named = text.split(/[^\p{L}]+/u);
  const wanted = weekdays.map((names) => named.some((word) => names.has(word)));
  return [1, 2, 3, 4, 5, 6, 7].find((days) => wanted[new Date(today.getTime() + days * DAY_MS).getUTCDay()]);
}

function numberOf(count: string): number {
  const named = NUMBERS.findIndex((names) => names.includes(count));
  return named < 0 ? Number(count) : named;
}

/** What days are called in our languages, by the day of the week in UTC; a formatter is dear to make. */
let weekdays: readonly ReadonlySet<string>[] | undefined;

function weekdaysOf(): readonly ReadonlySet<string>[] {
  const formats = LANGUAGES.map((language) => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }));
  // The first of February 2026 was a Sunday.
  return [1, 2, 3, 4, 5, 6, 7].map(
    (day) => new Set(formats.map((format) => foldText(format.format(new Date(Date.UTC(2026, 1, day)))))),
  );
}
