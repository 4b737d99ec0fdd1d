import { pictureOrigins } from '../../channels/web/picture-origins.js';
import { sayBy } from '../../dialogs/phrases/words.js';
import type { App } from '../compose.js';

/** What the chat needs to speak a language: its sentences with their places still open, and what is on. */
export function widgetConfig({ locales, config }: Pick<App, 'locales' | 'config'>, language: string): object {
  const t = locales.words(language);
  const known = Object.keys(t('widget', { ns: 'bot', returnObjects: true }));
  // One by one: the deployment may say some of them in its own words.
  const words = Object.fromEntries(known.map((key) => [key, sayBy(t, `widget.${key}`, { skipInterpolation: true })]));
  const { name } = config.team;
  return {
    language,
    languages: locales.languages,
    words,
    team: name === undefined ? {} : { name },
    suggestions: true,
    pictures: pictureOrigins(config.webOrigins, config.publicUrl),
  };
}
