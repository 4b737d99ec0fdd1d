import type { LanguageRules } from '../languages/language-rules.js';
import { settings } from '../settings.js';
import { bothEnds } from './both-ends.js';
import { foldText, isPlain } from './fold-text.js';

/** A text taken apart: folded words, and where clauses begin. */
export interface SplitText {
  /** Folded words in order; elided articles stand alone (l'agent → l, agent). */
  readonly words: readonly string[];
  /** Clauses as [from, to) over `words`; together they cover all of them. */
  readonly clauses: readonly (readonly [number, number])[];
  /** Whether a question mark was typed. */
  readonly question: boolean;
}

const TOKEN = /[\p{L}\p{N}]+|[.!?…;:,()\n\r«»"¿¡|]+|--+|[–—]/gu;
/** The same of a text that is plain. */
const PLAIN_TOKEN = /[a-z0-9]+|[.!?;:,()"|]+|--+/g;
const WORD = /[\p{L}\p{N}]+/gu;
const PLAIN_WORD = /[a-z0-9]+/g;
const LETTER = /[\p{L}\p{N}]/u;
const HARD = /[.!?…;\n\r¿¡|]/;

/**
 * Takes a text apart. Of a very long one the beginning and the end are kept, where a story has its question; the
 * same word, or clause, over and over is kept once.
 */
export function splitText(text: string, rules: LanguageRules): SplitText {
  const folded = foldText(capText(text));
  const tokens = folded.match(isPlain(folded) ? PLAIN_TOKEN : TOKEN) ?? [];
  const words: string[] = [];
  const clauses: [number, number][] = [];
  const said = new Set<string>();
  let from = 0;
  let question = false;
  const close = (hard: boolean) => {
    const length = words.length - from;
    if (length === 0 || (!hard && length < settings.shortestClause)) return;
    const clause = length < settings.shortestClause ? '' : words.slice(from).join(' ');
    if (said.has(clause)) {
      words.length = from;
      return;
    }
    if (clause !== '') said.add(clause);
    clauses.push([from, words.length]);
    from = words.length;
  };
  for (const token of tokens) {
    if (!LETTER.test(token)) {
      if (token.includes('?')) question = true;
      close(HARD.test(token));
      continue;
    }
    if (token === words.at(-1) && token === words.at(-2)) continue;
    if (rules.joins.has(token)) close(false);
    words.push(token.length > settings.longestWord ? token.slice(0, settings.longestWord) : token);
  }
  close(true);
  return { words, clauses, question };
}

/** All words of a text of ours, however long. */
export function splitWords(text: string): readonly string[] {
  const folded = foldText(text);
  return (folded.match(isPlain(folded) ? PLAIN_WORD : WORD) ?? []).map((word) => word.slice(0, settings.longestWord));
}

/** The part of a text that is looked at. */
export function capText(text: string): string {
  return bothEnds(text, settings.longestText);
}
