import MarkdownIt from 'markdown-it';
import { PRODUCT_FOLDER, SHIPPED_DEPLOYMENT } from '../../../src/bot/config';
import { openLocales, type Words } from '../../../src/dialogs/phrases/words';

export const LANGUAGES = ['fr', 'en', 'de', 'es'] as const;

/** The sentences as they ship, by language. */
export async function spoken(): Promise<(language: string) => Words> {
  const locales = await openLocales({ product: PRODUCT_FOLDER, deployment: SHIPPED_DEPLOYMENT }, LANGUAGES);
  return (language) => locales.words(language);
}

/** What must never reach a customer: a key without a sentence, a placeholder without its value, a value that is none. */
export const LEAK =
  /\b(?:finding|look|putBack|report|format)\.[a-z]|\{\{|\}\}|undefined|null|NaN|\[object|Invalid Date/;

const markdown = new MarkdownIt({ linkify: false });

/** The kinds of formatting in a text, each once: what words of an account must not add to. */
export function formatting(text: string): readonly string[] {
  const tokens = markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return [...new Set(tokens.map(({ type }) => type))]
    .filter((type) => /_open$|html|image|code|fence|hr$/.test(type))
    .sort();
}

/** What a customer reads of a text. */
export function read(text: string): string {
  const inline = markdown.parse(text, {}).filter(({ type }) => type === 'inline');
  return inline.map(({ children }) => (children ?? []).map(({ content }) => content).join('')).join('\n');
}

export function wordCount(text: string): number {
  return read(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Spaces that do not break are spaces: languages put them beside their quotation marks and in their times. */
export function withPlainSpaces(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ');
}
