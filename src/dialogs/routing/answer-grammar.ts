import type { Intents } from '../../knowledge/articles/extend-intents.js';
import { ANSWERING_EMOJI, answerTokens } from './answer-tokens.js';
import { spelledAs } from './spelled-as.js';

const WORDS = [
  'yes',
  'ok',
  'no',
  'later',
  'hedge',
  'send',
  'edit',
  'next',
  'previous',
  'steps',
  'all-steps',
  'resume',
  'done',
  'again',
  'none',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
] as const;

/** A word that answers an open question, whatever it was asked about. */
export type AnswerWord = (typeof WORDS)[number];

export const ORDINALS: readonly AnswerWord[] = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
/** The longest phrase, in words. */
const MOST_WORDS = 8;

/** What the phrases of a language stand for, by their tokens. */
export interface AnswerGrammar {
  readonly phrases: ReadonlyMap<string, AnswerWord>;
  readonly fillers: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  /** What a question begins with, that is none without a mark either: "can I see it". */
  readonly openers: readonly string[];
  /** Reads a word as the one of the above that it was meant to be. */
  readonly spelled: (word: string) => string;
}

/** A phrase found in an answer. */
interface FoundPhrase {
  readonly length: number;
  /** Nothing when the phrase negates what follows or precedes. */
  readonly word: AnswerWord | undefined;
}

/** The longest phrase that begins at a token. */
export function longestPhrase(
  tokens: readonly string[],
  at: number,
  { phrases, negations }: AnswerGrammar,
): FoundPhrase | undefined {
  for (let length = Math.min(MOST_WORDS, tokens.length - at); length > 0; length--) {
    const phrase = tokens.slice(at, at + length).join(' ');
    const word = phrases.get(phrase);
    if (negations.has(phrase) && (word === undefined || length > 1)) return { length, word: undefined };
    if (word !== undefined) return { length, word };
  }
  return undefined;
}

/** The grammar of what the files of one or more languages list under `answers:`. */
export function grammarOf(files: readonly Intents['answers'][]): AnswerGrammar {
  const phrasesOf = (key: string) =>
    files.flatMap((answers) => answers[key]?.examples ?? []).map((example) => answerTokens(example).join(' '));
  const phrases = new Map<string, AnswerWord>();
  const fillers = new Set(phrasesOf('filler').flatMap((phrase) => phrase.split(' ')));
  // "Option 2" is read as the number that it is.
  const isNumber = (phrase: string) =>
    /\d/.test(phrase) && phrase.split(' ').every((token) => /^\d+$/.test(token) || fillers.has(token));
  for (const word of WORDS)
    for (const phrase of phrasesOf(word))
      if (!phrases.has(phrase) && !(ORDINALS.includes(word) && isNumber(phrase))) phrases.set(phrase, word);
  for (const [word, pictures] of Object.entries(ANSWERING_EMOJI) as [keyof typeof ANSWERING_EMOJI, readonly string[]][])
    for (const picture of pictures) phrases.set(picture, word);
  const negations = new Set(phrasesOf('negation'));
  const steps = new Set(phrasesOf('step'));
  const openers = phrasesOf('opener');
  const words = new Set([...phrases.keys(), ...fillers, ...negations].flatMap((phrase) => phrase.split(' ')));
  return { phrases, fillers, negations, steps, openers, spelled: spelledAs(words) };
}
