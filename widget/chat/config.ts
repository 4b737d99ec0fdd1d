import type fr from '../../locales/fr/bot.json';
import { call } from './call';

export type Words = typeof fr.widget;

/** What the server tells the chat in one language. */
export interface Config {
  readonly language: string;
  readonly languages: readonly { readonly id: string; readonly name: string }[];
  readonly words: Words;
  readonly team?: string | undefined;
  readonly suggestions: boolean;
}

interface Served {
  readonly languages: readonly string[];
  readonly words: Words;
  readonly team?: { readonly name?: string } | string;
  readonly suggestions: boolean;
}

/** @throws Refused */
export async function fetchConfig(language: string): Promise<Config> {
  const served = await call<Served>(`/widget/config?lng=${encodeURIComponent(language)}`);
  const { words, suggestions, team } = served;
  // A language's own name for itself comes with every browser.
  const languages = served.languages.map((id) => ({
    id,
    name: new Intl.DisplayNames([id], { type: 'language' }).of(id) ?? id,
  }));
  return { language, languages, words, suggestions, team: typeof team === 'string' ? team : team?.name };
}

/** A sentence with its places filled in. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (whole, name) => String(values[name] ?? whole));

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'yi']);

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.slice(0, 2)) ? 'rtl' : 'ltr';
