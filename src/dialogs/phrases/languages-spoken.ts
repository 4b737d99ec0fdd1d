import type { Words } from './words.js';

/** "English, French or German": the languages that the bot speaks here, the customer's first. */
export function languagesSpoken(languages: readonly string[], language: string, t: Words): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const inOrder = [language, ...languages.filter((other) => other !== language)];
  const named = inOrder.map((code) => t('language.in', { language: names.of(code) ?? code }));
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(named);
}
