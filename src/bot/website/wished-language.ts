import type { IncomingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';
import { languageOfLocale } from '../turn/follow-language.js';

/** The language asked for, else the browser's first that is spoken; nothing when none is. */
export function wishedLanguage(
  asked: string | null | undefined,
  headers: IncomingHttpHeaders,
  spoken: readonly string[],
): string | undefined {
  const wished = [asked ?? '', ...new Negotiator({ headers }).languages()];
  return wished.flatMap((locale) => languageOfLocale(locale, spoken) ?? [])[0];
}
