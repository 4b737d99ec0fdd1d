import { escapeMarkdown } from '../../channels/escape-markdown.js';
import type { Words } from './words.js';

/** Entries of a list that are told one by one; a screen holds about so many, the rest is counted. */
const TOLD = 8;
/** Characters of a name that are shown: room for any that a person gave. */
const LONGEST_NAME = 80;
/** What is looked at of it, in UTF-16 units: characters may have many parts. */
const LONGEST_READ = 2000;

/** A name, label or address of the account as it is shown: cut, on one line, never formatting. */
export function shown(name: string): string {
  const plain = name
    .slice(0, LONGEST_READ)
    // Marks that turn the direction of writing around would turn our sentence around with it.
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .trim();
  const characters = [...plain];
  return escapeMarkdown(
    characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME).join('')}…` : characters.join(''),
  );
}

/** A name in the language's quotation marks; what has none is told by its number. */
export function quoted(name: string, t: Words, id?: number): string {
  const words = shown(name) || t('finding.nameless');
  return `${t('format.quoted', { words })}${shown(name) === '' && id !== undefined ? ` (${id})` : ''}`;
}

/** "A, B and C"; after eight names "… and 4 more". The names are ready to be shown. */
export function listed(names: readonly string[], t: Words, language: string, told = TOLD): string {
  const more = names.length > told ? [t('finding.more', { count: names.length - told })] : [];
  return listFormat(language).format([...names.slice(0, told), ...more]);
}

/** One bullet each; after eight of them "and 4 more". */
export function bullets(lines: readonly string[], t: Words, told = TOLD): string {
  const more = lines.length > told ? [t('finding.andMore', { count: lines.length - told })] : [];
  return [...lines.slice(0, told), ...more].map((line) => `- ${withoutMarker(line)}`).join('\n');
}

/** A line may begin with a name, and a name with "1." or "-": it begins no list of its own. */
function withoutMarker(line: string): string {
  return line.replace(/^(\d{1,9})\.(?!\S)/, '$1\\.').replace(/^-/, '\\-');
}

const formats = new Map<string, Intl.ListFormat>();

function listFormat(language: string): Intl.ListFormat {
  const format = formats.get(language) ?? new Intl.ListFormat(language, { type: 'conjunction' });
  formats.set(language, format);
  return format;
}
