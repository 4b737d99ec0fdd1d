import type { Intents } from '../../knowledge/articles/extend-intents.js';
import { foldText } from '../../knowledge/understanding/text/fold-text.js';

/**
 * Finds the phrases of one list under `answers:` in an utterance, whole words of any language.
 * @returns how many other words stand beside the longest; nothing when there is none
 */
export function openFindPhrase(
  intents: ReadonlyMap<string, Pick<Intents, 'answers'>>,
  list: string,
): (text: string) => number | undefined {
  const phrases = [...intents.values()]
    .flatMap(({ answers }) => answers[list]?.examples ?? [])
    .map(wordsOf)
    .map((words) => ({ length: words.length, said: spaced(words) }));
  return (text) => {
    const words = wordsOf(text);
    const all = spaced(words);
    const found = phrases.filter(({ said }) => all.includes(said));
    if (found.length === 0) return undefined;
    return words.length - Math.max(...found.map(({ length }) => length));
  };
}

const wordsOf = (text: string) => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
/** So that only whole words are found in them. */
const spaced = (words: readonly string[]) => ` ${words.join(' ')} `;
