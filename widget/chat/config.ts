import type fr from '../../locales/fr/bot.json';
import { call } from './request';

export type Words = typeof fr.widget;

/** What the server tells the chat in one language. */
export interface Config {
  readonly language: string;
  readonly languages: readonly string[];
  readonly words: Words;
  readonly team?: string | undefined;
  readonly suggestions: boolean;
  /** Origins whose pictures are shown. */
  readonly pictures: readonly string[];
}

interface Served {
  /** The one asked for, or the one that the server speaks in its place. */
  readonly language: string;
  readonly languages: readonly string[];
  readonly words: Words;
  readonly team?: { readonly name?: string } | string;
  readonly suggestions: boolean;
  readonly pictures?: readonly string[];
}

/** @throws Refused */
export async function fetchConfig(language: string): Promise<Config> {
  return configOf(await call<Served>(`/widget/config?lng=${encodeURIComponent(language)}`));
}

/** What came with the page, if it is in this language. */
export function configOfPage({ lang }: HTMLElement, { dataset }: HTMLElement, language: string): Config | undefined {
  return dataset.config && lang === language ? configOf(JSON.parse(dataset.config)) : undefined;
}

function configOf(served: Served): Config {
  const { language, languages, words, suggestions, team, pictures = [] } = served;
  return { language, languages, words, suggestions, pictures, team: typeof team === 'string' ? team : team?.name };
}

/** A language's own name for itself, which comes with every browser. */
export const nameOfLanguage = (id: string): string => new Intl.DisplayNames([id], { type: 'language' }).of(id) ?? id;

/** A sentence with its places filled in. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (whole, name) => String(values[name] ?? whole));

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'yi']);

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.slice(0, 2)) ? 'rtl' : 'ltr';
