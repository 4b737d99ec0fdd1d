import type { FeatureMaker } from './text-features.js';

/**
 * What a text wants done: names of actions (`languages/actions.ts`), each once. A word inside a longer name of the trade is
 * none: nobody customises a "custom field".
 */
export function actionsOf({ lexicon, concepts, actions }: FeatureMaker, words: readonly string[]): readonly string[] {
  const stems = words.map((word) => lexicon.entry(word).stem);
  const found = actions(words, stems);
  if (found.length === 0) return [];
  const names = concepts(words, stems).filter(({ name }) => !name.startsWith('+'));
  const isPartOfName = (from: number, to: number) =>
    names.some((name) => name.from <= from && to <= name.to && name.to - name.from > to - from);
  return [...new Set(found.filter(({ from, to }) => !isPartOfName(from, to)).map(({ name }) => name))];
}
