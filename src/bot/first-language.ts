import { ConfigError } from './config.js';

/** The language of whoever tells none that we speak, unless it is set. */
const USUAL = 'fr';

/**
 * @param wished the setting
 * @param languages those that have articles and sentences
 * @throws ConfigError when nothing is there to be said in the language that is set
 */
export function firstLanguage(wished: string | undefined, languages: readonly string[]): string {
  const found = languages.find((language) => language.toLowerCase() === (wished ?? USUAL));
  if (found !== undefined) return found;
  if (wished === undefined) return languages[0] ?? USUAL;
  throw new ConfigError(
    `DEFAULT_LANGUAGE (now "${wished}"): one of ${languages.join(', ')} expected. See .env.example.`,
  );
}
