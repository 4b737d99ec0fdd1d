import type { Language } from '../intent.js';
import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import { type LanguageRules, words } from './language-rules.js';
import { spanish } from './spanish.js';

const RULES: ReadonlyMap<string, LanguageRules> = new Map([
  ['fr', french],
  ['en', english],
  ['de', german],
  ['es', spanish],
]);

/** A language that we have no rules for: its words are compared as they are, by their letters. */
const generic: LanguageRules = { stop: words(''), forms: {}, timing: words(''), joins: words('') };

/** The rules of a language: 'fr-CA' has those of 'fr'. */
export function rulesOf(language: Language): LanguageRules {
  return RULES.get(language) ?? RULES.get(language.slice(0, 2)) ?? generic;
}

/** Languages with rules of their own, in order. */
export const RULED_LANGUAGES: readonly Language[] = [...RULES.keys()];
