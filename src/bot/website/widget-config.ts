import type { App } from '../compose.js';

/** What the chat needs to speak a language: its sentences with their places still open, and what is on. */
export function widgetConfig({ locales, config }: Pick<App, 'locales' | 'config'>, language: string): object {
  const words = locales.words(language)('widget', { returnObjects: true, skipInterpolation: true });
  const { name } = config.team;
  return { language, languages: locales.languages, words, team: name === undefined ? {} : { name }, suggestions: true };
}
