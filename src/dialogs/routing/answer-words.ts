import type { Intents } from '../../knowledge/articles/extend-intents.js';
import { type AnswerGrammar, type AnswerWord, grammarOf, longestPhrase, ORDINALS } from './answer-grammar.js';
import { answerTokens, isPicture } from './answer-tokens.js';

/** What an utterance answers to an open question, when it is hardly more than an answer. */
export type ReadAnswer =
  | { readonly kind: 'word'; readonly word: AnswerWord }
  /** A button by its number, from 1. */
  | { readonly kind: 'number'; readonly number: number }
  /** A step by its number, from 1. */
  | { readonly kind: 'step'; readonly number: number }
  /** Answers that contradict each other. */
  | { readonly kind: 'doubtful' };

/** Reads yes, no and the other answers to an open question. */
export interface AnswerWords {
  /** What it answers, when it is hardly more than an answer. */
  read(text: string, language: string): ReadAnswer | undefined;
  /** Whether a word in it could be a yes, whatever the others are. */
  mayAgree(text: string, language: string): boolean;
  /** Whether it is put as a question, with a mark or without: "why do you need my name". */
  asks(text: string, language: string): boolean;
}

/** A yes of some kind. */
const AGREEING: ReadonlySet<AnswerWord> = new Set(['yes', 'ok', 'send', 'done', 'next']);
const REFUSING: ReadonlySet<AnswerWord> = new Set(['no', 'later', 'none']);
/** Of several words in an answer, those that say less than the others. */
const WEAKEST_FIRST: readonly AnswerWord[] = ['ok', 'yes', 'no', 'done'];
/** What could be a yes, or one day will be. */
const MAY_AGREE: ReadonlySet<AnswerWord> = new Set(['yes', 'ok', 'send', 'later', 'hedge']);
/** "Sent?" and "yes?" ask; "next?" is asked for. */
const PLAIN: ReadonlySet<AnswerWord> = new Set(['yes', 'ok', 'no', 'later', 'done', 'send']);
/** Asked about, they may be meant all the same: "can you send it?". */
const DOING: ReadonlySet<AnswerWord> = new Set(['yes', 'later', 'done', 'send']);
const isAsked = (word: AnswerWord, text: string): boolean => PLAIN.has(word) && /[?？]/.test(text);
/** The longest answer that is looked into, in words. */
const LONGEST_ANSWER = 12;
/** So many words of a longer text are searched for a yes. */
const MOST_READ = 40;

interface Part {
  readonly isFiller: boolean;
  readonly word?: AnswerWord;
  readonly number?: number;
}

/**
 * Reads answers in every language at once (customers mix "ok" and "oui"), the given language first: politeness, fillers
 * and pronouns fall away, typos are read over, and what is left must be nothing but answers. "No, how do I …" is a
 * question, not a "no".
 */
export function openAnswerWords(intents: ReadonlyMap<string, Pick<Intents, 'answers'>>): AnswerWords {
  const grammars = new Map([...intents].map(([language, { answers }]) => [language, grammarOf([answers])]));
  const everyone = grammarOf([...intents.values()].map(({ answers }) => answers));
  const read: AnswerWords['read'] = (text, language) => {
    const tokens = answerTokens(text);
    if (tokens.length === 0 || tokens.length > LONGEST_ANSWER) return undefined;
    const own = grammars.get(language);
    const all = own ? [own, ...grammars.values()] : [...grammars.values()];
    const whole = tokens.join(' ');
    for (const { phrases } of all) {
      const word = phrases.get(whole);
      if (word === 'hedge' || (word !== undefined && isAsked(word, text))) return { kind: 'doubtful' };
      if (word !== undefined) return { kind: 'word', word };
    }
    for (const grammar of [...all, everyone]) {
      const read = readTokens(tokens, grammar, text) ?? readTokens(tokens.map(grammar.spelled), grammar, text);
      if (read) return read;
    }
    return undefined;
  };
  return {
    read,
    mayAgree(text, language) {
      const grammar = grammars.get(language) ?? everyone;
      const tokens = answerTokens(text).slice(0, MOST_READ).map(grammar.spelled);
      return tokens.some((_, at) => {
        const word = longestPhrase(tokens, at, grammar)?.word;
        return word !== undefined && MAY_AGREE.has(word);
      });
    },
    asks: (text, language) => isAsking(text, answerTokens(text), grammars.get(language) ?? everyone),
  };
}

function readTokens(tokens: readonly string[], grammar: AnswerGrammar, text: string): ReadAnswer | undefined {
  const parts: Part[] = [];
  let isNegated = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? '';
    const found = longestPhrase(tokens, at, grammar);
    const isFiller = grammar.fillers.has(token) || isPicture(token);
    if (found) {
      if (found.word === undefined) isNegated = true;
      else parts.push({ isFiller: isFiller && found.length === 1, word: found.word });
    } else if (/^\d{1,2}$/.test(token)) parts.push({ isFiller: false, number: Number(token) });
    else if (!isFiller) return undefined;
    at += found?.length ?? 1;
  }
  // "One" in "the first one" counts nothing; alone it does.
  const strong = parts.filter((part) => !part.isFiller);
  return meaningOf(strong.length > 0 ? strong : parts, {
    isNegated,
    isStep: tokens.some((token) => grammar.steps.has(token)),
    isQuestion: isAsking(text, tokens, grammar),
  });
}

function isAsking(text: string, tokens: readonly string[], { openers }: AnswerGrammar): boolean {
  const said = `${tokens.join(' ')} `;
  return /[?？]/.test(text) || openers.some((opener) => said.startsWith(`${opener} `));
}

interface Tone {
  readonly isNegated: boolean;
  readonly isStep: boolean;
  readonly isQuestion: boolean;
}

function meaningOf(parts: readonly Part[], { isNegated, isStep, isQuestion }: Tone): ReadAnswer | undefined {
  const numbers = new Set(parts.flatMap(({ number }) => number ?? []));
  const words = [...new Set(parts.flatMap(({ word }) => word ?? []))];
  const [number] = numbers;
  if (
    number !== undefined &&
    !isNegated &&
    numbers.size === 1 &&
    words.every((word) => word === 'yes' || word === 'ok')
  )
    return { kind: isStep ? 'step' : 'number', number };
  const agrees = words.some((word) => AGREEING.has(word));
  // "Yes, except Bob's", "can I see it first": neither a yes nor nothing.
  if (words.includes('hedge') || (isQuestion && words.some((word) => DOING.has(word)))) return { kind: 'doubtful' };
  // "Don't send it" is a no; "no send it" may be either.
  if (agrees && words.some((word) => REFUSING.has(word))) return { kind: 'doubtful' };
  if (agrees && isNegated) return { kind: 'word', word: 'no' };
  if (isNegated || numbers.size > 0) return undefined;
  const word = strongest(words);
  // "Is that all right?" agrees to nothing.
  if (word === 'several') return { kind: 'doubtful' };
  if (word === undefined || (isQuestion && PLAIN.has(word))) return undefined;
  const step = isStep ? ORDINALS.indexOf(word) + 1 : 0;
  return step > 0 ? { kind: 'step', number: step } : { kind: 'word', word };
}

/** "Yes, send it" is about sending, "no, none of these" about none, "done, next" about the next. */
function strongest(words: readonly AnswerWord[]): AnswerWord | 'several' | undefined {
  const [first, ...others] = WEAKEST_FIRST.reduce<readonly AnswerWord[]>(
    (left, weak) => (left.length > 1 ? left.filter((word) => word !== weak) : left),
    words,
  );
  return others.length > 0 ? 'several' : first;
}
