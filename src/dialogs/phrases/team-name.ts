import type { Team } from '../dialog-deps.js';
import type { Words } from './words.js';

/** What the bot calls the people behind it. */
export function teamName({ name }: Team, t: Words): string {
  return name ?? t('team');
}

/** A name at the beginning of a sentence. */
export function capitalised(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** A product's name as it is written: vocabularies hold it in small letters. */
export function properName(name: string): string {
  return name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
}
