import type { Intents } from '../../knowledge/articles/extend-intents.js';
import { foldText } from '../../knowledge/understanding/text/fold-text.js';

/** A phrase found in an utterance. */
interface FoundPhrase {
  /** Words of the longest phrase. */
  readonly length: number;
  /** Words of the utterance beside it. */
  readonly others: number;
}

/** Finds the phrases of one list under `answers:` in an utterance, whole words of any language. */
export function openFindPhrase(
  intents: ReadonlyMap<string, Pick<Intents, 'answers'>>,
  list: string,
): (text: string) => FoundPhrase | undefined {
  const phrases = [...intents.values()]
    .flatMap(({ answers }) => answers[list]?.examples ?? [])
    .map(wordsOf)
    .map((words) => ({ length: words.length, said: spaced(words) }));
  return (text) => {
    const words = wordsOf(text);
    const all = spaced(words);
    const found = phrases.filter(({ said }) => all.includes(said));
    if (found.length === 0) return undefined;
    const length = Math.max(...found.map((phrase) => phrase.length));
    return { length, others: words.length - length };
  };
}

const wordsOf = (text: string) => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
/** So that only whole words are found in them. */
const spaced = (words: readonly string[]) => ` ${words.join(' ')} `;
