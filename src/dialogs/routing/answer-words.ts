import type { Intents } from '../../knowledge/articles/extend-intents.js';
import { foldText } from '../../knowledge/understanding/text/fold-text.js';

const WORDS = [
  'yes',
  'no',
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
] as const;

/** A word that answers an open question, whatever it was asked about. */
export type AnswerWord = (typeof WORDS)[number];

/**
 * Reads answer words in every language at once (customers mix "ok" and "oui"), the given language first. Only an
 * utterance that is hardly more than such a word counts: "no, how do I …" is a question, not a "no".
 */
export function openAnswerWords(
  intents: ReadonlyMap<string, Pick<Intents, 'answers'>>,
): (text: string, language: string) => AnswerWord | undefined {
  const known = new Map<string, Map<string, AnswerWord>>();
  for (const [language, { answers }] of intents) {
    const words = new Map<string, AnswerWord>();
    for (const word of WORDS) for (const example of answers[word]?.examples ?? []) words.set(key(example), word);
    known.set(language, words);
  }
  return (text, language) => {
    const typed = key(text);
    for (const words of [known.get(language), ...known.values()]) {
      const word = words?.get(typed);
      if (word !== undefined) return word;
    }
    return undefined;
  };
}

/** Letters and digits only, folded: "D'accord !" and "d accord" are one. */
const key = (text: string) =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .trim();
