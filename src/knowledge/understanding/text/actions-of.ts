import type { Found } from './concepts.js';
import type { FeatureMaker } from './text-features.js';

/**
 * What a text wants done: names of actions (`languages/actions.ts`), each once. A word inside a longer name of the trade is
 * none: nobody customises a "custom field".
 */
export function actionsOf(maker: FeatureMaker, words: readonly string[]): readonly string[] {
  return [...new Set(findActionsIn(maker, words).map(({ name }) => name))];
}

/** Where a text says what it wants done. */
export function findActionsIn(
  { lexicon, concepts, actions }: FeatureMaker,
  words: readonly string[],
): readonly Found[] {
  const stems = words.map((word) => lexicon.entry(word).stem);
  const found = actions(words, stems);
  if (found.length === 0) return [];
  const names = concepts(words, stems).filter(({ name }) => !name.startsWith('+'));
  const isPartOfName = (from: number, to: number) =>
    names.some((name) => name.from <= from && to <= name.to && name.to - name.from > to - from);
  return found.filter(({ from, to }) => !isPartOfName(from, to));
}
